// A task's page: its head, its properties and its thread.

import { separateDays } from "./clock.js";
import { coalesce } from "./coalesce.js";
import { fetchFragment, swap } from "./fragments.js";
import { follow } from "./live.js";
import { liveList, purge } from "./rows.js";
import { startShell } from "./shell.js";
import { liveTimeline } from "./timeline.js";

const task = document.getElementById("task").dataset.taskId;
const thread = document.getElementById("thread");
const older = document.getElementById("older-bar");
const refreshTimeline = liveTimeline(task);
const refreshThread = liveList(thread, {
  path: `/fragments/tasks/${task}/thread`,
  parameters: [...new URLSearchParams(thread.dataset.query)],
  onChange: () => separateDays(thread),
});

const refreshTask = coalesce(async () => {
  const fragment = await fetchFragment(`/fragments/tasks/${task}`);
  if (!fragment) return showDeleted();
  // What somebody is typing or choosing stays.
  for (const part of [...fragment.children]) {
    if (document.getElementById(part.id)?.querySelector(".edit[open], select:focus")) part.remove();
  }
  swap(fragment);
  offerCopies();
});

/** What was purged must not stay on the screen either. */
function showDeleted() {
  document.getElementById("deleted").hidden = false;
  document.getElementById("task-top").remove();
  document.getElementById("task").remove();
}

/** Copying needs script, so the buttons are hidden without it. */
function offerCopies() {
  for (const button of document.querySelectorAll("[data-copy-text]")) button.hidden = false;
}

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

/** Older entries come below those that are shown, without leaving the page. */
older.addEventListener("click", async (event) => {
  if (event.target.id !== "older") return;
  event.preventDefault();
  const page = await fetchFragment(event.target.href).catch(() => null);
  if (!page) return location.assign(event.target.href);
  thread.append(...page.querySelectorAll("#thread > [data-seq]"));
  separateDays(thread);
  older.replaceChildren(...page.getElementById("older-bar").children);
});

document.addEventListener("click", ({ target }) => {
  const copy = target.closest("[data-copy-text]")?.dataset.copyText;
  if (copy) navigator.clipboard?.writeText(copy.startsWith("/") ? location.origin + copy : copy);
});

// An edit begins in its field, and ends when it is sent or left with Escape.
document.addEventListener("toggle", ({ target }) => {
  if (target.matches(".edit[open]")) target.querySelector("input, textarea").focus();
}, true);
document.addEventListener("submit", ({ target }) => target.closest(".edit")?.removeAttribute("open"));
document.addEventListener("keydown", ({ key, target }) => {
  if (key === "Escape") target.closest?.(".edit")?.removeAttribute("open");
});

startShell();
separateDays(thread);
offerCopies();
showTarget();
addEventListener("hashchange", showTarget);
follow((event, data) => {
  if ((event.startsWith("task_") ? data.id : data.task_id) !== task) return;
  if (event === "task_deleted") return showDeleted();
  if (event === "update_deleted") {
    // In a fold it is a call: what was purged goes, the calls beside it stay.
    document.getElementById(`u-${data.seq}`)?.closest("li").remove();
    purge(data.seq);
    separateDays(thread);
  } else if (thread.dataset.newest === "true") refreshThread();
  refreshTask();
  refreshTimeline();
});
