// Live, paused or lost: the button in the bar, the banners, and what is announced.

import { visible } from "./coalesce.js";

const LOST_AFTER = 3_000;
const LOOKS = {
  live: ["ico-s", "s-working", "Live"],
  paused: ["ico", "i-pause", "Paused"],
  lost: ["ico-s", "s-failed", "Reconnecting"],
};
const resumed = new Set();
let timer, retryAt, isLost = false, isPaused = false, isCounted = false, waiting = 0;

const element = (id) => document.getElementById(id);
const write = (id, text) => element(id).textContent = text;

/** For screen readers: what needs them, and that the connection is lost or found. Nothing else. */
export const announce = (text) => write("announce", text);

export const showReset = () => element("reset").hidden = false;

export const paused = () => isPaused;

/** Calls `insert` whenever the reader resumes. */
export const onResume = (insert) => resumed.add(insert);

/** Takes what the connection says about itself; a short gap is not shown. */
export function showConnection(state) {
  retryAt = state.retryAt;
  if (!state.isLive) return timer ??= setTimeout(setLost, LOST_AFTER, true);
  timer = clearTimeout(timer);
  setLost(false);
}

function setLost(isNowLost) {
  if (isNowLost !== isLost) announce(`Connection ${isNowLost ? "lost. Trying again." : "found again."}`);
  isLost = isNowLost;
  if (isLost) {
    timer = setInterval(show, 1_000);
    // A session that has ended looks the same.
    fetch("/fragments/needs").then(({ status }) => status === 401 && location.reload(), () => {});
  }
  show();
}

/** Nothing on the page moves until the next call. */
export function togglePause() {
  isPaused = !isPaused;
  write("paused-at", new Date().toLocaleTimeString(undefined, { hourCycle: "h23" }));
  if (!isPaused) resumed.forEach((insert) => insert());
  setCount(0);
}

/** Resolves as soon as the page is looked at and not paused. */
export async function moving() {
  while (isPaused || document.hidden) await (isPaused ? new Promise(onResume) : visible());
}

/** How many updates wait, as a list knows. */
export function setWaiting(count) {
  isCounted = true;
  setCount(count);
}

/** Counts an update where no list does. */
export function countUpdate() {
  if (isPaused && !isCounted) setCount(waiting + 1);
}

function setCount(count) {
  waiting = count;
  show();
}

function show() {
  const look = isLost ? "lost" : isPaused ? "paused" : "live";
  const [kind, icon, word] = LOOKS[look];
  const button = Object.assign(element("live"), { hidden: false, className: `live is-${look}`, ariaPressed: isPaused });
  button.ariaLabel = `Updates: ${word.toLowerCase()}`;
  button.lastElementChild.textContent = word;
  button.querySelector("svg").setAttribute("class", kind);
  button.querySelector("use").setAttribute("href", `/assets/icons.svg#${icon}`);
  element("lost").hidden = !isLost;
  element("paused").hidden = !isPaused;
  write("waiting", `${waiting.toLocaleString("en")} update${waiting === 1 ? "" : "s"}`);
  const seconds = Math.ceil((retryAt - Date.now()) / 1_000);
  write("retry", `Trying again${seconds > 0 ? ` in ${seconds} s` : ""}.`);
}
