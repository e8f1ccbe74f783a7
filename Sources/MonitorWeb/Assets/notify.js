// Tells once that a task needs somebody, however many pages are open: announced and, where wanted, as a notification.

import { announce } from "./connection.js";
import { follow } from "./live.js";
import { startSetting } from "./menu.js";

/** A wait that is over by then needs nobody. */
const SETTLING = 300;
/** Older waits are on the page; the clocks of browser and server may differ a little. */
const began = performance.timeOrigin - 10_000;
const MOST_REMEMBERED = 100;
const waits = new Map();
/** Browsers have notifications and locks on loopback and with TLS only. */
const isPossible = "Notification" in window && navigator.locks;
const isWanted = () => localStorage.getItem("monitor.notify") === "on" && Notification.permission === "granted";

/** Follows the journal, and makes the menu's switch work. */
export function startNotifications() {
  follow((event, task) => event.startsWith("task_") && update(task));
  if (isPossible) startSetting("notify", isWanted, async () => await Notification.requestPermission() === "granted");
}

function update(task) {
  const since = task.hidden ? undefined : task.attention?.since;
  if (waits.get(task.id) === since) return;
  waits.set(task.id, since);
  if (Date.parse(since) > began) setTimeout(() => waits.get(task.id) === since && tell(task), SETTLING);
}

function tell(task) {
  announce(`${task.name} needs you: ${task.attention.reason}`);
  if (isPossible && isWanted()) navigator.locks.request("monitor notify", () => notify(task));
}

/** Under the lock: the first page shows it, the others see that it has. */
function notify({ id, name, attention: { reason, message, since } }) {
  const told = JSON.parse(localStorage.getItem("monitor.notified") ?? "[]");
  const tag = `${id} ${since}`;
  if (told.includes(tag)) return;
  localStorage.setItem("monitor.notified", JSON.stringify([...told, tag].slice(-MOST_REMEMBERED)));
  const notification = new Notification(name, { body: `${reason}: ${message}`, tag, icon: "/assets/favicon.svg" });
  notification.onclick = () => {
    focus();
    notification.close();
    location.assign(`/tasks/${id}`);
  };
}
