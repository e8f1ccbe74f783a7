// A task's page.

import { separateDays } from "./clock.js";
import { coalesce } from "./coalesce.js";
import { fetchFragment, swap } from "./fragments.js";
import { follow } from "./live.js";
import { liveList } from "./rows.js";
import { startShell } from "./shell.js";

const task = document.getElementById("task").dataset.taskId;
const thread = document.getElementById("thread");
const timeline = { ...document.getElementById("timeline").dataset };
const path = `/fragments/tasks/${task}`;

const refreshThread = liveList(thread, `${path}/thread`, () => separateDays(thread));
const refreshTimeline = coalesce(
  async () => swap(await fetchFragment(`${path}/timeline`, timeline)),
  // It takes the server longer than the rest.
  () => new Promise((resolve) => setTimeout(resolve, 5_000)),
);
const refreshTask = coalesce(async () => swap(await fetchFragment(path)));

/** What was purged must not stay on the screen, nor be asked for. */
function showDeleted() {
  document.getElementById("deleted").hidden = false;
  for (const part of document.querySelectorAll("#task-top, #task")) part.remove();
}

/** The update that the address names may be in a fold or on another page. */
function showTarget() {
  const { hash, search } = location;
  if (!/^#u-\d+$/.test(hash)) return;
  const target = document.querySelector(hash);
  if (!target) return search.includes("around=") || location.replace(`?around=${hash.slice(3)}${hash}`);
  for (const fold of document.querySelectorAll(`details:has(${hash}), ${hash} ~ .call`)) fold.open = true;
  target.scrollIntoView();
}

// An edit begins in its field, and Escape leaves it.
document.addEventListener("toggle", ({ target }) => {
  if (target.matches(".edit[open]")) target.querySelector("input, textarea").focus();
}, true);
document.addEventListener("keydown", ({ key, target }) => {
  if (key === "Escape") target.closest?.(".edit")?.removeAttribute("open");
});

startShell();
separateDays(thread);
showTarget();
addEventListener("hashchange", showTarget);
follow((event, data) => {
  if ((data.task_id ?? data.id) !== task) return;
  if (event === "task_deleted") return showDeleted();
  refreshThread();
  refreshTask();
  refreshTimeline();
});
