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
const composer = document.getElementById("composer");
const filter = [...new URLSearchParams(thread.dataset.query)];
const isNewest = thread.dataset.newest === "true";
const refreshThread = liveList(thread, {
  path: `/fragments/tasks/${task}/thread`,
  parameters: filter,
  onChange: () => separateDays(thread),
});

const refreshTimeline = liveTimeline(task);

const refreshTask = coalesce(async () => {
  const fragment = await fetchFragment(`/fragments/tasks/${task}`);
  if (!fragment) return showDeleted();
  // What somebody is typing stays.
  for (const part of [...fragment.children]) {
    if (document.getElementById(part.id)?.querySelector(".edit[open], select:focus")) part.remove();
  }
  swap(fragment);
  offerCopies(document);
});

/** What was purged must not stay on the screen either. */
function showDeleted() {
  document.getElementById("deleted").hidden = false;
  document.getElementById("task-top").remove();
  document.getElementById("task").remove();
}

/** Copying needs script, so the buttons are hidden without it. */
function offerCopies(root) {
  for (const button of root.querySelectorAll("[data-copy], [data-copy-link]")) button.hidden = false;
}

/** What is on this page is shown without leaving it. */
document.addEventListener("click", (event) => {
  const link = event.target.closest(".chart a");
  if (!link) return;
  const { hash } = new URL(link.getAttribute("href"), location.href);
  if (!document.getElementById(hash.slice(1))) return;
  event.preventDefault();
  location.hash = hash;
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy], [data-copy-link]");
  if (!button) return;
  const { copy, copyLink } = button.dataset;
  navigator.clipboard?.writeText(copy ?? new URL(copyLink, location.href).href);
});

/** Older entries come below those that are shown, without leaving the page. */
document.getElementById("older-bar").addEventListener("click", async (event) => {
  const link = event.target.closest("#older");
  if (!link) return;
  event.preventDefault();
  link.setAttribute("aria-busy", "true");
  const page = await fetchFragment(link.getAttribute("href")).catch(() => null);
  if (!page) return location.assign(link.href);
  thread.append(...page.querySelectorAll("#thread > [data-seq]"));
  separateDays(thread);
  document.getElementById("older-bar").replaceChildren(...page.getElementById("older-bar").children);
});

composer.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) composer.requestSubmit();
});

for (const edit of document.querySelectorAll(".edit")) {
  edit.addEventListener("toggle", () => edit.open && edit.querySelector("input, textarea").focus());
}

/** Leads to the update that the address names; one that is not on this page is on another. */
function showTarget() {
  const [, seq] = /^#u-(\d+)$/.exec(location.hash) ?? [];
  if (!seq) return;
  const target = document.getElementById(`u-${seq}`);
  const { searchParams } = new URL(location.href);
  if (!target) return searchParams.has("around") || location.replace(`/tasks/${task}?around=${seq}#u-${seq}`);
  for (let parent = target.parentElement; parent; parent = parent.parentElement) {
    if (parent.matches("details")) parent.open = true;
  }
  target.nextElementSibling?.matches(".call") && (target.nextElementSibling.open = true);
  target.scrollIntoView();
}

startShell();
separateDays(thread);
offerCopies(document);
showTarget();
addEventListener("hashchange", showTarget);
follow((event, data) => {
  if ((event.startsWith("task_") ? data.id : data.task_id) !== task) return;
  if (event === "task_deleted") return showDeleted();
  if (event === "update_deleted") {
    purge(data.seq);
    separateDays(thread);
  }
  if (isNewest && event !== "update_deleted") refreshThread();
  refreshTask();
  refreshTimeline();
});
