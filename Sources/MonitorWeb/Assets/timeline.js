// The timeline of a task: drawn by the server; here it gets the reader's time zone, and is kept up to date at leisure.

import { fetchFragment, swap } from "./fragments.js";

const PAUSE = 5_000;
const options = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const formats = {
  minute: new Intl.DateTimeFormat(undefined, options),
  date: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" }),
  clock: new Intl.DateTimeFormat(undefined, { ...options, second: "2-digit" }),
};

/** Writes the drawing's times as the reader's clock shows them. */
function localiseChart() {
  for (const text of document.querySelectorAll("#timeline [data-at]")) {
    const { at, style = "clock", label = "" } = text.dataset;
    text.textContent = `${formats[style].format(new Date(at))} ${label}`;
  }
}

/** Returns a function that asks for the timeline to be drawn anew, soon. */
export function liveTimeline(task) {
  let timer;
  localiseChart();

  async function refresh() {
    timer = undefined;
    if (document.hidden) return document.addEventListener("visibilitychange", request, { once: true });
    const { span } = document.getElementById("timeline").dataset;
    const fragment = await fetchFragment(`/fragments/tasks/${task}/timeline`, [["span", span]]).catch(() => null);
    if (!fragment || !document.getElementById("timeline")) return;
    swap(fragment);
    localiseChart();
  }

  function request() {
    timer ??= setTimeout(refresh, PAUSE);
  }
  return request;
}
