// Times in the reader's own time zone; relative ones go on counting.

const TICK = 1_000;
const DAY = 86_400_000;
const UNITS = [[86_400 * 365, "y"], [86_400 * 60, "mo", 86_400 * 30], [86_400, "d"], [3_600, "h"], [60, "min"]];

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const minute = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });
const dayOfYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric" });
const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "long" });

/** Writes the times under `root` as the reader's clock shows them. */
export function localise(root) {
  for (const time of root.querySelectorAll("time[data-time]")) {
    time.title = absolute.format(new Date(time.dateTime));
    write(time, Date.now());
  }
}

/** Keeps relative times counting. */
export function startClock() {
  localise(document);
  setInterval(() => {
    if (document.hidden) return;
    const now = Date.now();
    for (const time of document.querySelectorAll('time[data-time="relative"]')) write(time, now);
  }, TICK);
}

/** Puts a separator before the first row of each day. */
export function separateDays(list) {
  for (const separator of list.querySelectorAll(":scope > .day")) separator.remove();
  const pattern = document.getElementById("day").content.firstElementChild;
  let last = "";
  for (const row of list.querySelectorAll(":scope > [data-seq]")) {
    const title = dayTitle(new Date(row.querySelector("time").dateTime));
    if (title === last) continue;
    const separator = pattern.cloneNode(true);
    separator.firstElementChild.textContent = title;
    row.before(separator);
    last = title;
  }
}

function write(time, now) {
  const text = time.dataset.prefix + textOf(new Date(time.dateTime), time.dataset.time, now) + time.dataset.suffix;
  if (time.textContent !== text) time.textContent = text;
}

function textOf(moment, style, now) {
  switch (style) {
    case "relative": return relative((now - moment) / 1_000);
    case "minute": return isSameDay(moment, now) ? minute.format(moment) : date.format(moment);
    case "moment": return isSameDay(moment, now) ? clock.format(moment) : date.format(moment);
    default: return clock.format(moment);
  }
}

// The same words as RelativeTime.swift.
function relative(seconds) {
  for (const [from, name, size = from] of UNITS) {
    if (seconds >= from) return `${Math.floor(seconds / size)} ${name}`;
  }
  return `${Math.max(0, Math.floor(seconds))} s`;
}

function dayTitle(moment) {
  const now = Date.now();
  if (isSameDay(moment, now)) return `Today, ${day.format(moment)}`;
  if (isSameDay(moment, now - DAY)) return `Yesterday, ${day.format(moment)}`;
  return dayOfYear.format(moment);
}

function isSameDay(moment, other) {
  return moment.toDateString() === new Date(other).toDateString();
}
