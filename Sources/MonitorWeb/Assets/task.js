// A task's page: its head, its properties, its timeline and its thread.

import { separateDays } from "./clock.js";
import { coalesce } from "./coalesce.js";
import { fetchFragment, swap } from "./fragments.js";
import { follow } from "./live.js";
import { liveList } from "./rows.js";
import { startShell } from "./shell.js";

/** Drawing a timeline takes the server longer than anything else. */
const TIMELINE_PAUSE = 5_000;
const task = document.getElementById("task").dataset.taskId;
const thread = document.getElementById("thread");
const timeline = { ...document.getElementById("timeline").dataset };
const path = `/fragments/tasks/${task}`;

const refreshThread = liveList(thread, `${path}/thread`, () => separateDays(thread));
const refreshTimeline = coalesce(
  async () => swap(await fetchFragment(`${path}/timeline`, timeline)),
  () => new Promise((resolve) => setTimeout(resolve, TIMELINE_PAUSE)),
);
const refreshTask = coalesce(async () => {
  const fragment = await fetchFragment(path);
  if (fragment) return swap(fragment);
  // What was purged must not stay on the screen either.
  document.getElementById("deleted").hidden = false;
  for (const part of ["task-top", "task"]) document.getElementById(part)?.remove();
});

/** Leads to the update that the address names, which may be in a fold or on another page. */
function showTarget() {
  const { hash, search } = location;
  if (!/^#u-\d+$/.test(hash)) return;
  const target = document.getElementById(hash.slice(1));
  if (!target) return search.includes("around=") || location.replace(`?around=${hash.slice(3)}${hash}`);
  for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  if (target.nextElementSibling?.matches(".call")) target.nextElementSibling.open = true;
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
  if ((data.task_id ?? data.id) === task) for (const refresh of [refreshThread, refreshTask, refreshTimeline]) refresh();
});
