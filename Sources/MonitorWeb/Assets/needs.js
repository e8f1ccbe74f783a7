// What needs a person: the band on the dashboard, the count in the bar and in the title of every page.

import { coalesce } from "./coalesce.js";
import { fetchFragment, swap } from "./fragments.js";
import { setNeeds } from "./title.js";

const EVENTS = new Set(["task_created", "task_updated", "task_deleted", "workstream_updated"]);
const IN_BACKGROUND = 1_000;

// The title counts also while nobody looks at the page, but then there is no hurry.
const unhurried = () => document.hidden && new Promise((resolve) => setTimeout(resolve, IN_BACKGROUND));

const refresh = coalesce(async () => {
  swap(await fetchFragment("/fragments/needs"));
  setNeeds(document.getElementById("needs-count").dataset.count);
}, unhurried);

/** Brings the band and the counts up to date where the event may have changed them. */
export function followNeeds(event) {
  if (EVENTS.has(event)) refresh();
}
