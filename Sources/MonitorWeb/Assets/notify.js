// Tells that a task has come to need somebody: to who listens to the page, and as a notification where it is wanted; once
// for each wait, however many pages are open.

import { announce } from "./connection.js";
import { startSetting } from "./menu.js";

/** A wait that is over by then needs nobody. */
const SETTLING = 300;
/** Waits from before the page are on it; the clocks of browser and server may differ a little. */
const began = performance.timeOrigin - 10_000;
const MOST_REMEMBERED = 100;
const [coming, told, shown] = [new Map(), new Map(), new Map()];
/** Browsers have notifications on loopback and with TLS only. */
const isPossible = "Notification" in window && navigator.locks;
const isWanted = () => localStorage.getItem("monitor.notify") === "on" && Notification.permission === "granted";

/** The menu's switch. */
export function startNotifications() {
  if (isPossible) startSetting("notify", isWanted, async () => await Notification.requestPermission() === "granted");
}

/** Takes an entry of the journal. */
export function followWaits(event, task) {
  if (!event.startsWith("task_")) return;
  const since = task.hidden ? undefined : task.attention?.since;
  if (!since) {
    coming.delete(task.id);
    shown.get(task.id)?.close();
  } else if (told.get(task.id) !== since && Date.parse(since) > began) {
    if (coming.size === 0) setTimeout(tell, SETTLING);
    coming.set(task.id, task);
  }
}

function tell() {
  for (const task of coming.values()) {
    told.set(task.id, task.attention.since);
    announce(`${task.name} needs you: ${task.attention.reason}`);
    if (isPossible && isWanted()) navigator.locks.request("monitor notify", () => notify(task));
  }
  coming.clear();
}

/** Under the lock: one page shows it, and the others see that it has been shown. */
function notify({ id, name, attention: { reason, message, since } }) {
  const waits = JSON.parse(localStorage.getItem("monitor.notified") ?? "[]");
  const wait = `${id} ${since}`;
  if (waits.includes(wait)) return;
  localStorage.setItem("monitor.notified", JSON.stringify([...waits, wait].slice(-MOST_REMEMBERED)));
  const notification = new Notification(name, { body: `${reason}: ${message}`, tag: wait, icon: "/assets/favicon.svg" });
  shown.set(id, notification);
  notification.onclick = () => {
    focus();
    notification.close();
    location.assign(`/tasks/${id}`);
  };
}
