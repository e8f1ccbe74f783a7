// What every page has: the clock, the connection and how it stands, what needs somebody, the keyboard.

import { startClock } from "./clock.js";
import { countUpdate, togglePause } from "./connection.js";
import { startCopying } from "./copy.js";
import { startForms } from "./forms.js";
import { startKeys } from "./keys.js";
import { follow, reconnect } from "./live.js";
import { followNeeds } from "./needs.js";
import { followWaits, startNotifications } from "./notify.js";
import { startSwitcher } from "./switcher.js";
import { countUnread, startTitle } from "./title.js";

/** Every page's script calls this first. */
export function startShell() {
  startClock();
  startCopying();
  startForms();
  startKeys();
  startNotifications();
  startSwitcher();
  startTitle();
  document.getElementById("live").addEventListener("click", togglePause);
  document.getElementById("try-now").addEventListener("click", reconnect);
  follow((event, data) => {
    followNeeds(event);
    followWaits(event, data);
    countUnread(event, data);
    if (event === "update") countUpdate();
  });
}
