// Tells that a task has come to need somebody, in words for who listens and, where wanted, as a notification; once for
// each wait, however many pages are open.

import { announce } from "./connection.js";
import { follow } from "./live.js";
import { startSetting } from "./menu.js";

/** A wait that is over by then needs nobody. */
const SETTLING = 300;
/** Older waits are on the page; the clocks of browser and server may differ a little. */
const began = performance.timeOrigin - 10_000;
const MOST_REMEMBERED = 100;
/** The wait of each task: `{ task, since, notification }`. */
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
  const known = waits.get(task.id);
  if (known?.since === since) return Object.assign(known ?? {}, { task });
  known?.notification?.close();
  const wait = { task, since };
  waits.set(task.id, wait);
  if (Date.parse(since) > began) setTimeout(() => waits.get(task.id) === wait && tell(wait), SETTLING);
}

function tell(wait) {
  announce(`${wait.task.name} needs you: ${wait.task.attention.reason}`);
  if (isPossible && isWanted()) navigator.locks.request("monitor notify", () => notify(wait));
}

/** Under the lock: one page shows it, and the others see that it has been shown. */
function notify(wait) {
  const { id, name, attention: { reason, message } } = wait.task;
  const tag = `${id} ${wait.since}`;
  const shown = JSON.parse(localStorage.getItem("monitor.notified") ?? "[]");
  if (shown.includes(tag)) return;
  localStorage.setItem("monitor.notified", JSON.stringify([...shown, tag].slice(-MOST_REMEMBERED)));
  wait.notification = new Notification(name, { body: `${reason}: ${message}`, tag, icon: "/assets/favicon.svg" });
  wait.notification.onclick = () => {
    focus();
    wait.notification.close();
    location.assign(`/tasks/${id}`);
  };
}
