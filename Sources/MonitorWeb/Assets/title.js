// The tab: how many tasks need somebody; on a task's page in the background, how many updates came.

import { follow } from "./live.js";

const task = document.getElementById("task")?.dataset.taskId;
let needs = document.getElementById("needs-count")?.dataset.count;
let unread = 0;

/** Shows how many tasks need a person, by the favicon too; empty for none. */
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
