// What needs a person: the band on the dashboard, the count in the bar and in the title of every page.

import { coalesce } from "./coalesce.js";
import { fetchFragment, swap } from "./fragments.js";
import { follow } from "./live.js";
import { setNeeds } from "./title.js";

const EVENTS = new Set(["task_created", "task_updated", "task_deleted", "workstream_updated"]);

// Also while nobody looks at the page, since the title counts; the browser slows it down then.
const refresh = coalesce(async () => {
  swap(await fetchFragment("/fragments/needs"));
  setNeeds(document.getElementById("needs-count").dataset.count);
}, () => {});

/** Keeps the band and the counts up to date. */
export const startNeeds = () => follow((event) => EVENTS.has(event) && refresh());
