// The stream in its three views: one list of updates, or a section for each task (grouped, lanes).

import { batches } from "./coalesce.js";
import { fetchFragment, replace } from "./fragments.js";
import { follow } from "./live.js";
import { liveList, mergeRows, purge } from "./rows.js";
import { startShell } from "./shell.js";

const stream = document.getElementById("stream");
const view = stream.dataset.view;
/** In a group's list: the way to its earlier updates. */
const REST = ":scope > :not([data-seq])";
const isNewest = stream.dataset.newest === "true";

const refreshList = liveList(stream);

const refreshSection = batches(async (tasks) => {
  const fragment = await fetchFragment("/fragments/tasks", [["view", view], ...tasks.map((task) => ["task_id", task])]);
  for (const task of tasks) {
    const section = fragment.querySelector(`[data-task-id="${task}"]`);
    if (section) place(section);
    else sectionOf(task)?.remove();
  }
});

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
  for (const link of document.querySelectorAll(`[data-task-name="${task}"]`)) link.textContent = name;
}

startShell();
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
  for (const link of stream.querySelectorAll(`[data-task-name="${task}"]`)) link.closest("[data-seq]").remove();
}
