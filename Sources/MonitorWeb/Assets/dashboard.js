// The dashboard. The order stays until the next visit, so that nothing moves under the pointer.

import "./actions.js";
import { coalesce } from "./coalesce.js";
import { fetchFragment, liveTasks, replace } from "./fragments.js";
import { follow } from "./live.js";
import { startShell } from "./shell.js";

const board = document.getElementById("board");
const query = [...new URLSearchParams(board.dataset.query)];
const sectionOf = (workstream) => board.querySelector(`.ws[data-workstream-id="${workstream}"]`);

// A workstream that a task has left counts anew too.
const parameters = (rows) => [...query, ...rows.map((row) => ["section", row.dataset.workstreamId])];
const refreshTask = liveTasks(board, "/fragments/board", parameters, place);

const refreshWorkstream = coalesce(async (workstreams) => {
  for (const workstream of workstreams) {
    const section = (await fetchFragment(`/fragments/workstreams/${workstream}`, query))?.firstElementChild;
    const old = sectionOf(workstream);
    if (!section) old?.remove();
    else if (old) replace(old, section);
    else board.append(section);
  }
});

function place(row, old) {
  const section = sectionOf(row.dataset.workstreamId);
  if (old && section?.contains(old)) return replace(old, row);
  old?.remove();
  if ("unmatched" in row.dataset) return;
  if (!section) return refreshWorkstream(row.dataset.workstreamId);
  if (section.querySelector("[data-lazy]")) return;
  row.classList.add("is-new");
  section.querySelector(".rows").prepend(row);
}

// What had no room on the page is fetched when it is opened.
board.addEventListener("toggle", ({ target }) => {
  if (target.open && "lazy" in target.dataset) refreshWorkstream(target.closest(".ws").dataset.workstreamId);
}, true);

startShell();
follow((event, data) => {
  if (event.startsWith("workstream_")) refreshWorkstream(data.id);
  else refreshTask(data.task_id ?? data.id);
});
