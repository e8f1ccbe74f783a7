// Live, paused or lost: the button in the bar, the banners, and the words for who cannot see them.

import { visible } from "./coalesce.js";

const LOST_AFTER = 3_000;
const LOOKS = { live: ["s-working", "Live"], paused: ["i-pause", "Paused"], lost: ["s-failed", "Reconnecting"] };
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: "medium", hourCycle: "h23" });
const element = (id) => document.getElementById(id);

let lostTimer, countdown, retryAt = 0, isLost = false;
let isPaused = false, waiting = 0, isCounted = false;
const resumed = new Set();

/** Says it to who listens to the page: what needs them, that the connection is lost, that it is back. Nothing else. */
export function announce(text) {
  element("announce").textContent = text;
}

/** Takes what the connection says about itself; a short gap is not shown. */
export function showConnection(state) {
  retryAt = state.retryAt ?? 0;
  if (state.isLive) {
    clearTimeout(lostTimer);
    lostTimer = undefined;
    if (isLost) setLost(false, "Connection found again.");
  } else {
    lostTimer ??= setTimeout(() => setLost(true, "Connection lost. Trying again."), LOST_AFTER);
  }
  show();
}

function setLost(isNowLost, words) {
  isLost = isNowLost;
  announce(words);
  clearInterval(countdown);
  if (isLost) {
    countdown = setInterval(show, 1_000);
    leaveIfSignedOut();
  }
  show();
}

// A session that has ended looks like a lost connection; the server leads from here to the login page.
async function leaveIfSignedOut() {
  const response = await fetch("/fragments/needs").catch(() => null);
  if (response?.status === 401) location.reload();
}

/** The journal is not the one that this page was made from. */
export function showReset() {
  element("reset").hidden = false;
}

/** Nothing on the page moves until the next call. */
export function togglePause() {
  isPaused = !isPaused;
  if (isPaused) element("paused-at").textContent = clock.format();
  waiting = 0;
  if (!isPaused) for (const insert of resumed) insert();
  show();
}

export const paused = () => isPaused;

/** Runs `insert` whenever the reader resumes. */
export function onResume(insert) {
  resumed.add(insert);
}

/** Resolves as soon as the page is looked at and not paused. */
export async function moving() {
  await visible();
  if (!isPaused) return;
  await new Promise((resolve) => onResume(function once() {
    resumed.delete(once);
    resolve();
  }));
  await moving();
}

/** How many updates wait; a list knows better than the number of events. */
export function setWaiting(count) {
  isCounted = true;
  waiting = count;
  show();
}

/** An update came; counts where no list does. */
export function countUpdate() {
  if (!isPaused || isCounted) return;
  waiting += 1;
  show();
}

function show() {
  const look = isLost ? "lost" : isPaused ? "paused" : "live";
  const [icon, word] = LOOKS[look];
  const button = element("live");
  button.hidden = false;
  button.className = `live is-${look}`;
  button.ariaLabel = `Updates: ${word.toLowerCase()}`;
  button.ariaPressed = isPaused;
  button.lastElementChild.textContent = word;
  button.querySelector("svg").setAttribute("class", icon.startsWith("i-") ? "ico" : "ico-s");
  button.querySelector("use").setAttribute("href", `/assets/icons.svg#${icon}`);
  element("lost").hidden = !isLost;
  element("paused").hidden = !isPaused;
  element("waiting").textContent = `${waiting.toLocaleString("en")} ${waiting === 1 ? "update" : "updates"}`;
  const seconds = Math.ceil((retryAt - Date.now()) / 1_000);
  element("retry").textContent = seconds > 0 ? `Trying again in ${seconds} s.` : "Trying again.";
}
