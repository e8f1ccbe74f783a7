// The tab's title: how many tasks need somebody, or how many unread updates a task's page has.

import { follow } from "./live.js";

const task = document.getElementById("task")?.dataset.taskId;
let needs = document.getElementById("needs-count")?.dataset.count;
let unread = 0;

/** How many tasks need a person; empty for none. */
export function setNeeds(count) {
  needs = count;
  document.getElementById("favicon").href = `/assets/favicon${count ? "-needs" : ""}.svg`;
  setUnread(unread);
}

/** Counts what comes to this page's task while nobody looks at it. */
export function startTitle() {
  follow((event, { task_id }) => {
    if (event === "update" && task_id === task && !document.hasFocus()) setUnread(unread + 1);
  });
  addEventListener("focus", () => setUnread(0));
}

function setUnread(count) {
  unread = count;
  const number = unread || needs;
  document.title = (number ? `(${number}) ` : "") + document.title.replace(/^\(\d+\) /, "");
}
