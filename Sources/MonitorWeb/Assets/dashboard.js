// The dashboard: rows of tasks under their workstreams. The order stays until the next visit, so that nothing moves
// under the pointer.

import { startActions } from "./actions.js";
import { batches } from "./coalesce.js";
import { fetchFragment, replace, swap } from "./fragments.js";
import { follow } from "./live.js";
import { startShell } from "./shell.js";

const board = document.getElementById("board");
const query = [...new URLSearchParams(board.dataset.query)];
/** Some tasks are filtered out: workstreams that none of the shown ones is in are not added. */
const isFiltered = "filtered" in board.dataset;

const rowOf = (task) => board.querySelector(`.row[data-task-id="${task}"]`);
const sectionOf = (workstream) => board.querySelector(`.ws[data-workstream-id="${workstream}"]`);

const refreshTask = batches(async (tasks) => {
  const sections = new Set(tasks.map((task) => rowOf(task)?.dataset.workstreamId).filter(Boolean));
  const fragment = await fetchFragment("/fragments/board", [
    ...query, ...tasks.map((task) => ["task_id", task]), ...[...sections].map((section) => ["section", section]),
  ]);
  for (const task of tasks) {
    const row = fragment.querySelector(`.row[data-task-id="${task}"]`);
    if (row) place(row);
    else rowOf(task)?.remove();
  }
  swap(fragment);
});

const refreshWorkstream = batches(async (workstreams) => {
  for (const workstream of workstreams) {
    const section = (await fetchFragment(`/fragments/workstreams/${workstream}`, query))?.querySelector(".ws");
    const old = sectionOf(workstream);
    if (!section) old?.remove();
    else if (old) replace(old, section);
    else if (!isFiltered) board.append(section);
  }
  if (!board.querySelector(".ws")) return;
  // The first-run page has no filters and no way to what is new: those come with the next visit.
  document.getElementById("start")?.remove();
  document.querySelector(".row-head").hidden = false;
});

function place(row) {
  const old = rowOf(row.dataset.taskId);
  const section = sectionOf(row.dataset.workstreamId);
  if (old && section?.contains(old)) return replace(old, row);
  old?.remove();
  if ("unmatched" in row.dataset) return;
  if (!section) return refreshWorkstream(row.dataset.workstreamId);
  if (section.querySelector("details[data-lazy]")) return;
  row.classList.add("is-new");
  const list = section.querySelector(".rows");
  list.prepend(row);
  list.hidden = false;
  section.querySelector(".none")?.remove();
}

// A section that had no room on the page is fetched when it is opened.
board.addEventListener("toggle", (event) => {
  if (!event.target.open || !event.target.matches("details[data-lazy]")) return;
  const workstream = event.target.closest(".ws").dataset.workstreamId;
  delete event.target.dataset.lazy;
  refreshWorkstream(workstream);
}, true);

startShell();
startActions();
follow((event, data) => {
  if (event.startsWith("workstream_")) refreshWorkstream(data.id);
  else refreshTask(event.startsWith("task_") ? data.id : data.task_id);
});
