// A task's page: its head, its properties and its thread.

import { separateDays } from "./clock.js";
import { coalesce } from "./coalesce.js";
import { fetchFragment, swap } from "./fragments.js";
import { follow } from "./live.js";
import { liveList, purge } from "./rows.js";
import { startShell } from "./shell.js";

const task = document.getElementById("task").dataset.taskId;
const thread = document.getElementById("thread");
const refreshThread = liveList(thread, {
  parameters: [["task_id", task]],
  onChange: () => separateDays(thread),
});

const refreshTask = coalesce(async () => {
  const fragment = await fetchFragment(`/fragments/tasks/${task}`);
  if (fragment) swap(fragment);
  else showDeleted();
});

/** What was purged must not stay on the screen either. */
function showDeleted() {
  document.getElementById("deleted").hidden = false;
  document.getElementById("task-top").remove();
  document.getElementById("task").remove();
}

startShell();
separateDays(thread);
follow((event, data) => {
  if ((event.startsWith("task_") ? data.id : data.task_id) !== task) return;
  if (event === "task_deleted") return showDeleted();
  if (event === "update_deleted") {
    purge(data.seq);
    separateDays(thread);
  }
  if (event === "update" && thread.dataset.newest === "true") refreshThread();
  refreshTask();
});
