// The stream in its three views: one list of updates, or a section for each task (grouped, lanes).

import { batches } from "./coalesce.js";
import { moving, togglePause } from "./connection.js";
import { startFilters } from "./filters.js";
import { fetchFragment, replace } from "./fragments.js";
import { follow } from "./live.js";
import { liveList, mergeRows, purge } from "./rows.js";
import { startShell } from "./shell.js";

const stream = document.getElementById("stream");
const view = stream.dataset.view;
/** In a group's list: the way to its earlier updates. */
const REST = ":scope > :not([data-seq])";
const isNewest = stream.dataset.newest === "true";
/** Live rows keep to the filter of the page. */
const filter = [...new URLSearchParams(stream.dataset.filter)];

const refreshList = view === "chronological" && liveList(stream, { parameters: filter });

const refreshSection = batches(async (tasks) => {
  const parameters = [["view", view], ...filter, ...tasks.map((task) => ["task_id", task])];
  const fragment = await fetchFragment("/fragments/tasks", parameters);
  for (const task of tasks) {
    const section = fragment.querySelector(`[data-task-id="${task}"]`);
    if (section) place(section);
    else sectionOf(task)?.remove();
  }
}, moving);

const sectionOf = (task) => stream.querySelector(`[data-task-id="${task}"]`);

/** Brings a section up to date without touching what is opened or scrolled in it. */
function place(section) {
  const old = sectionOf(section.dataset.taskId);
  if (!old) {
    document.getElementById("none")?.remove();
    return stream.prepend(section);
  }
  old.className = section.className;
  replace(old.firstElementChild, section.firstElementChild);
  const [list, newList] = [old.querySelector("ol"), section.querySelector("ol")];
  const rows = newList.querySelectorAll("[data-seq]");
  list.querySelector(REST)?.remove();
  list.append(...newList.querySelectorAll(REST));
  mergeRows(list, rows, view === "grouped" ? rows.length : undefined);
}

function rename(task, name) {
  for (const element of stream.querySelectorAll(`[data-task-name="${task}"]`)) element.textContent = name;
}

startShell();
startFilters();
startPause();
if (view === "lanes") stream.addEventListener("keydown", moveToLane);
follow((event, data) => {
  if (event.startsWith("workstream_")) return;
  if (event === "update_deleted") purge(data.seq);
  if (event === "task_updated") rename(data.id, data.name);
  const task = event.startsWith("task_") ? data.id : data.task_id;
  if (event === "task_deleted") return forget(task);
  if (!isNewest) return;
  if (view !== "chronological") refreshSection(task);
  else if (event === "update") refreshList();
});

/** What was purged must not stay on the screen either. */
function forget(task) {
  sectionOf(task)?.remove();
  for (const name of stream.querySelectorAll(`[data-task-name="${task}"]`)) name.closest("[data-seq]")?.remove();
}

/** The bar's own button says what the one on top says. */
function startPause() {
  const [button, live] = [document.getElementById("pause"), document.getElementById("live")];
  button.hidden = false;
  button.addEventListener("click", togglePause);
  new MutationObserver(() => {
    const isPaused = live.ariaPressed === "true";
    button.ariaPressed = isPaused;
    button.classList.toggle("is-on", isPaused);
    button.querySelector("span").textContent = isPaused ? "Resume" : "Pause";
    button.querySelector("use").setAttribute("href", `/assets/icons.svg#i-${isPaused ? "play" : "pause"}`);
  }).observe(live, { attributeFilter: ["aria-pressed"] });
}

/** Arrow keys go from lane to lane. */
function moveToLane(event) {
  const step = { ArrowLeft: "previousElementSibling", ArrowRight: "nextElementSibling" }[event.key];
  const lane = step && event.target.matches(".lane-body") && event.target.closest(".lane")[step];
  if (!lane) return;
  event.preventDefault();
  lane.querySelector(".lane-body").focus({ preventScroll: true });
  lane.scrollIntoView({ block: "nearest", inline: "nearest" });
}
