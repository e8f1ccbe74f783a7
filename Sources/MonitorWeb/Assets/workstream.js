// A workstream's page.

import "./actions.js";
import { coalesce } from "./coalesce.js";
import { fetchFragment, liveTasks, replace, swap } from "./fragments.js";
import { follow } from "./live.js";
import { liveList } from "./rows.js";
import { startShell } from "./shell.js";

const workstream = document.getElementById("workstream").dataset.workstreamId;
const tasks = document.getElementById("tasks");
const refreshList = liveList(document.getElementById("stream"));
const refreshHead = coalesce(async () => swap(await fetchFragment(`/fragments/workstreams/${workstream}/head`)));

const refreshTask = liveTasks(tasks, "/fragments/board", () => [["workstream_id", workstream]], (row, old) => {
  if (old) replace(old, row);
  else tasks.prepend(row);
});

startShell();
follow((event, data) => {
  if (event.startsWith("workstream_")) return data.id === workstream && refreshHead();
  const task = data.task_id ?? data.id;
  if (data.workstream_id === workstream || tasks.querySelector(`[data-task-id="${task}"]`)) {
    refreshTask(task);
    if (event.startsWith("task_")) refreshHead();
  }
  refreshList();
});
