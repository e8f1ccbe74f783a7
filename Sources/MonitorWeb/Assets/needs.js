// What needs a person: the band on the dashboard, the count in the bar and in the title of every page.

import { coalesce } from "./coalesce.js";
import { fetchFragment, swap } from "./fragments.js";

const EVENTS = new Set(["task_created", "task_updated", "task_deleted", "workstream_updated"]);

const refresh = coalesce(async () => {
  swap(await fetchFragment("/fragments/needs"));
  const count = document.getElementById("needs-count").dataset.count;
  document.title = (count ? `(${count}) ` : "") + document.title.replace(/^\(\d+\) /, "");
});

/** Brings the band and the counts up to date where the event may have changed them. */
export function followNeeds(event) {
  if (EVENTS.has(event)) refresh();
}
