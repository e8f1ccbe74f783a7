// Times in the reader's own time zone; relative ones go on counting.

const DAY = 86_400_000;
const UNITS = [
  [86_400 * 365, "y"], [86_400 * 60, "mo", 86_400 * 30], [86_400, "d"], [3_600, "h"], [60, "min"], [-Infinity, "s", 1],
];
const format = (options, language) => new Intl.DateTimeFormat(language, options);
const clock = format({ timeStyle: "medium", hourCycle: "h23" });
const minute = format({ timeStyle: "short", hourCycle: "h23" });
const date = format({ day: "numeric", month: "short" }, "en-GB");
const day = format({ day: "numeric", month: "long" }, "en-GB");
/** TimeView.swift's styles: today, on another day. */
const STYLES = { clock: [clock], time: [minute], date: [date], moment: [clock, date], minute: [minute, date] };

export function localise(root) {
  for (const element of root.querySelectorAll("[data-time]")) {
    element.title = momentOf(element);
    write(element);
  }
}

export function startClock() {
  localise(document);
  setInterval(() => document.hidden || document.querySelectorAll("[data-time=relative]").forEach(write), 1_000);
}

/** Puts a separator before the first row of each day. */
export function separateDays(list) {
  for (const separator of list.querySelectorAll(".day")) separator.remove();
  let last;
  for (const row of [...list.children]) {
    const title = dayTitle(momentOf(row.querySelector("time")));
    if (title === last) continue;
    const separator = document.getElementById("day").content.cloneNode(true);
    separator.querySelector("span").textContent = last = title;
    row.before(separator);
  }
}

// In a drawing there are no time elements.
const momentOf = ({ dateTime, dataset }) => new Date(dateTime ?? dataset.at);

function write(element) {
  const { time, prefix = "", suffix = "" } = element.dataset;
  const moment = momentOf(element);
  const [today, otherDay = today] = STYLES[time] ?? [];
  const shown = today ? (isSameDay(moment) ? today : otherDay).format(moment) : relative(moment);
  const text = prefix + shown + suffix;
  if (element.textContent !== text) element.textContent = text;
}

// The same words as RelativeTime.swift.
function relative(moment) {
  const seconds = Math.max(0, (Date.now() - moment) / 1_000);
  const [from, unit, size = from] = UNITS.find(([least]) => seconds >= least);
  return `${Math.floor(seconds / size)} ${unit}`;
}

function dayTitle(moment) {
  const name = day.format(moment);
  if (isSameDay(moment)) return `Today, ${name}`;
  return isSameDay(moment, Date.now() - DAY) ? `Yesterday, ${name}` : `${name} ${moment.getFullYear()}`;
}

const isSameDay = (moment, other = Date.now()) => moment.toDateString() === new Date(other).toDateString();
