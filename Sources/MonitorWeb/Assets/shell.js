// What every page has: clock, forms, keyboard, connection, and what needs somebody.

import { startClock } from "./clock.js";
import { countUpdate, togglePause } from "./connection.js";
import { startCopying } from "./copy.js";
import { startForms } from "./forms.js";
import { startKeys } from "./keys.js";
import { follow, reconnect } from "./live.js";
import { followNeeds } from "./needs.js";
import { followWaits, startNotifications } from "./notify.js";
import { startSwitcher } from "./switcher.js";
import { countUnread } from "./title.js";

/** Every page's script calls this first. */
export function startShell() {
  for (const start of [startClock, startCopying, startForms, startKeys, startNotifications, startSwitcher]) start();
  document.getElementById("live").addEventListener("click", togglePause);
  document.getElementById("try-now").addEventListener("click", reconnect);
  follow((event, data) => {
    followNeeds(event);
    followWaits(event, data);
    countUnread(event, data);
    if (event === "update") countUpdate();
  });
}
