// A workstream's page: its head and properties, the rows of its tasks, and its updates.

import { startActions } from "./actions.js";
import { batches, coalesce } from "./coalesce.js";
import { startFilters } from "./filters.js";
import { fetchFragment, replace } from "./fragments.js";
import { follow } from "./live.js";
import { liveList, purge } from "./rows.js";
import { startShell } from "./shell.js";

const workstream = document.getElementById("workstream").dataset.workstreamId;
const tasks = document.getElementById("tasks");
const stream = document.getElementById("stream");
const refreshList = liveList(stream, { parameters: [...new URLSearchParams(stream.dataset.filter)] });
const rowOf = (task) => tasks.querySelector(`[data-task-id="${task}"]`);

/** What somebody is writing in stays as it is. */
const refreshHead = coalesce(async () => {
  const fragment = await fetchFragment(`/fragments/workstreams/${workstream}/head`);
  for (const part of fragment?.querySelectorAll("[id]") ?? []) {
    const old = part.parentNode === fragment && document.getElementById(part.id);
    if (old && !old.querySelector("details[open] form")) replace(old, part);
  }
});

// The order stays until the next visit, so that nothing moves under the pointer.
const refreshTask = batches(async (ids) => {
  const fragment = await fetchFragment("/fragments/board", [
    ["workstream_id", workstream], ...ids.map((id) => ["task_id", id]),
  ]);
  for (const id of ids) {
    const row = fragment.querySelector(`.row[data-task-id="${id}"]`);
    const old = rowOf(id);
    if (!row) old?.remove();
    else if (old) replace(old, row);
    else tasks.prepend(row);
  }
  tasks.hidden = tasks.childElementCount === 0;
  if (!tasks.hidden) document.getElementById("no-tasks")?.remove();
});

startShell();
startActions();
startFilters();
follow((event, data) => {
  if (event === "update_deleted") purge(data.seq);
  if (event.startsWith("workstream_")) return data.id === workstream && refreshHead();
  const task = event.startsWith("task_") ? data.id : data.task_id;
  const isOurs = data.workstream_id === workstream || rowOf(task);
  if (isOurs) refreshTask(task);
  if (isOurs && event.startsWith("task_")) refreshHead();
  if (event === "update" && stream.dataset.newest === "true") refreshList();
});
