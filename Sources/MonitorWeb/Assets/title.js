// The tab: how many tasks need somebody, or on a task's page in the background, how many updates came.

const task = document.getElementById("task")?.dataset.taskId;
let needs = document.getElementById("needs-count")?.dataset.count;
let unread = 0;

/** Shows how many tasks need a person, by the favicon too; empty for none. */
export function setNeeds(count) {
  needs = count;
  document.getElementById("favicon").href = `/assets/favicon${count ? "-needs" : ""}.svg`;
  show();
}

/** Counts what comes to this page's task while nobody looks at it. */
export function countUnread(event, data) {
  if (event !== "update" || data.task_id !== task || document.hasFocus()) return;
  unread += 1;
  show();
}

/** Begins to count, and stops whenever the page is looked at. */
export function startTitle() {
  addEventListener("focus", () => {
    unread = 0;
    show();
  });
}

function show() {
  const count = unread || needs;
  document.title = (count ? `(${count}) ` : "") + document.title.replace(/^\(\d+\) /, "");
}
