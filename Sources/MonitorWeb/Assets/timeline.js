// A task's timeline: drawn by the server; here it gets the reader's time zone, and is kept up to date at leisure.

import { fetchFragment, swap } from "./fragments.js";

const PAUSE = 5_000;
const time = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const formats = {
  minute: new Intl.DateTimeFormat(undefined, time),
  date: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" }),
  clock: new Intl.DateTimeFormat(undefined, { ...time, second: "2-digit" }),
};

/** Returns a function that asks for the timeline to be drawn anew, soon. */
export function liveTimeline(task) {
  let timer;
  localise();
  return () => timer ??= setTimeout(async () => {
    timer = undefined;
    const parameters = Object.entries(document.getElementById("timeline").dataset);
    const fragment = await fetchFragment(`/fragments/tasks/${task}/timeline`, parameters).catch(() => null);
    if (fragment) swap(fragment);
    localise();
  }, PAUSE);
}

/** Writes the drawing's times as the reader's clock shows them. */
function localise() {
  for (const text of document.querySelectorAll("#timeline [data-at]")) {
    const { at, style = "clock", label = "" } = text.dataset;
    text.textContent = `${formats[style].format(new Date(at))} ${label}`;
  }
}
