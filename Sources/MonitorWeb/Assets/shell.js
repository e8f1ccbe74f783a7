// What every page has: clock, forms, keyboard, connection, and what needs somebody.

import { startClock } from "./clock.js";
import { countUpdate, togglePause } from "./connection.js";
import { startCopying } from "./copy.js";
import { startForms } from "./forms.js";
import { startKeys } from "./keys.js";
import { follow } from "./live.js";
import { startNeeds } from "./needs.js";
import { startNotifications } from "./notify.js";
import { startSwitcher } from "./switcher.js";
import { startTitle } from "./title.js";

/** Every page's script calls this first. */
export function startShell() {
  startClock();
  startCopying();
  startForms();
  startKeys();
  startNeeds();
  startNotifications();
  startSwitcher();
  startTitle();
  document.getElementById("live").addEventListener("click", togglePause);
  follow((event) => event === "update" && countUpdate());
}
