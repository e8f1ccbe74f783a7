// The dashboard: rows of tasks under their workstreams. The order stays until the next visit, so that nothing moves
// under the pointer.

import { batches } from "./coalesce.js";
import { fetchFragment, replace, swap } from "./fragments.js";
import { follow } from "./live.js";
import { startShell } from "./shell.js";

const board = document.getElementById("board");
/** Only one workstream is looked at: others are not added. */
const isChosen = "chosen" in board.dataset;

const rowOf = (task) => board.querySelector(`.row[data-task-id="${task}"]`);
const sectionOf = (workstream) => board.querySelector(`.ws[data-workstream-id="${workstream}"]`);

const refreshTask = batches(async (tasks) => {
  const workstreams = new Set(tasks.map((task) => rowOf(task)?.dataset.workstreamId).filter(Boolean));
  const fragment = await fetchFragment("/fragments/tasks", [
    ["view", "rows"],
    ...tasks.map((task) => ["task_id", task]),
    ...[...workstreams].map((workstream) => ["workstream_id", workstream]),
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
    const section = (await fetchFragment(`/fragments/workstreams/${workstream}`))?.querySelector(".ws");
    const old = sectionOf(workstream);
    if (!section) old?.remove();
    else if (old) replace(old, section);
    else if (!isChosen) board.append(section);
  }
  if (!board.querySelector(".ws")) return;
  document.getElementById("start")?.remove();
  document.querySelector(".row-head").hidden = false;
});

function place(row) {
  const old = rowOf(row.dataset.taskId);
  const section = sectionOf(row.dataset.workstreamId);
  if (old && section?.contains(old)) return replace(old, row);
  old?.remove();
  if (!section) return isChosen || refreshWorkstream(row.dataset.workstreamId);
  row.classList.add("is-new");
  const list = section.querySelector(".rows");
  list.prepend(row);
  list.hidden = false;
  section.querySelector(".none")?.remove();
}

startShell();
follow((event, data) => {
  if (event.startsWith("workstream_")) refreshWorkstream(data.id);
  else refreshTask(event.startsWith("task_") ? data.id : data.task_id);
});
