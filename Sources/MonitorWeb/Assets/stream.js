// The stream: one list of updates, or a section for each task (grouped, lanes).

import { moving, togglePause } from "./connection.js";
import { liveTasks, replace } from "./fragments.js";
import { follow } from "./live.js";
import { liveList, mergeRows } from "./rows.js";
import { startShell } from "./shell.js";

const stream = document.getElementById("stream");
const { view, newest, query } = stream.dataset;
/** A group's link to the earlier ones. */
const REST = ":scope > :not([data-seq])";
const parameters = [["view", view], ...new URLSearchParams(query)];
const refresh = view === "chronological"
  ? liveList(stream)
  : liveTasks(stream, "/fragments/tasks", () => parameters, place, moving);

/** Leaves alone what is opened or scrolled in a section. */
function place(section, old) {
  if (!old) return stream.prepend(section);
  old.className = section.className;
  replace(old.firstElementChild, section.firstElementChild);
  const [list, newList] = [old, section].map((part) => part.querySelector("ol"));
  const rows = newList.querySelectorAll("[data-seq]");
  list.querySelector(REST)?.remove();
  mergeRows(list, rows, view === "grouped" ? rows.length : undefined);
  list.append(...newList.querySelectorAll(REST));
}

// Left and right lead from lane to lane.
stream.addEventListener("keydown", ({ key, target }) => {
  const side = { ArrowLeft: "previousElementSibling", ArrowRight: "nextElementSibling" }[key];
  target.closest(".lane")?.[side]?.querySelector("ol").focus();
});

startShell();
document.getElementById("pause").addEventListener("click", togglePause);
follow((event, data) => {
  if (newest === "true" && !event.startsWith("workstream_")) refresh(data.task_id ?? data.id);
});
