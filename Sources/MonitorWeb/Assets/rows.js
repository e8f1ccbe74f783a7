// Lists of updates, newest first; each row carries its place in the journal as data-seq.

import { coalesce } from "./coalesce.js";
import { fetchFragment } from "./fragments.js";

/** More rows make a page slow; the rest is behind "Older updates". */
const MOST_ROWS = 500;
const purged = new Set();

/** Removes the update from the page, and from what may still be on its way. */
export function purge(seq) {
  purged.add(seq);
  for (const row of document.querySelectorAll(`[data-seq="${seq}"]`)) row.remove();
}

/** Puts rows that the list does not show yet in their places; drops the oldest beyond `most`. */
export function mergeRows(list, rows, most = MOST_ROWS) {
  const shown = new Set([...rowsOf(list)].map(seqOf));
  for (const row of [...rows].reverse()) {
    const seq = seqOf(row);
    if (shown.has(seq) || purged.has(seq)) continue;
    row.classList.add("is-new");
    insert(row, list);
  }
  for (const row of [...rowsOf(list)].slice(most)) row.remove();
}

function insert(row, list) {
  const rows = [...rowsOf(list)];
  const older = rows.find((other) => seqOf(other) < seqOf(row));
  if (older) older.before(row);
  else if (rows.length > 0) rows.at(-1).after(row);
  else list.prepend(row);
}

/** A list that asks for what is newer than it shows; `onChange` runs after rows came. */
export function liveList(list, parameters, onChange = () => {}) {
  let cursor = document.body.dataset.headSeq;

  return coalesce(async () => {
    const fragment = await fetchFragment("/fragments/updates", [...parameters, ["after_seq", cursor]]);
    if (!fragment) return;
    const root = fragment.firstElementChild;
    // More came than one answer holds: these are the newest, and what was shown is further down behind a gap.
    if ("replaces" in root.dataset) list.replaceChildren();
    mergeRows(list, root.querySelectorAll(":scope > [data-seq]"));
    cursor = root.dataset.headSeq;
    list.hidden = list.childElementCount === 0;
    if (!list.hidden) document.getElementById("none")?.remove();
    pointOlder(list, "replaces" in root.dataset);
    onChange();
  });
}

/** "Older updates" goes on where the list ends. */
function pointOlder(list, isCut) {
  const link = document.getElementById("older");
  const last = [...rowsOf(list)].at(-1);
  if (!last) return;
  if (isCut || rowsOf(list).length >= MOST_ROWS) link.hidden = false;
  const url = new URL(link.href, location.href);
  url.searchParams.set("before_seq", seqOf(last));
  link.href = url;
}

function rowsOf(list) {
  return list.querySelectorAll(":scope > [data-seq]");
}

function seqOf(row) {
  return Number(row.dataset.seq);
}
