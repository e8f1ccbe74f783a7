// What needs a person: the band on the dashboard, the count in the bar and in the title of every page.

import { coalesce } from "./coalesce.js";
import { fetchFragment, swap } from "./fragments.js";
import { follow } from "./live.js";
import { setNeeds } from "./title.js";

// In the background too, since the title counts; the browser slows it down.
const refresh = coalesce(async () => {
  swap(await fetchFragment("/fragments/needs"));
  setNeeds(document.getElementById("needs-count").dataset.count);
}, () => {});

/** Keeps the band and the counts up to date. */
export const startNeeds = () => follow((event) => /^task_|^workstream_updated/.test(event) && refresh());
