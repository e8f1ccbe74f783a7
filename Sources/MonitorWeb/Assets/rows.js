// Lists of updates, newest first. An item's id says what it is, data-seq its newest place in the journal, data-from the
// first one that it covers (a fold), data-count how many updates it holds.

import { coalesce } from "./coalesce.js";
import { onResume, paused, setWaiting } from "./connection.js";
import { fetchFragment, replace } from "./fragments.js";

/** More rows make a page slow; the rest is behind "Older updates". */
const MOST_ROWS = 500;
const purged = new Set();

const rowsOf = (list) => [...list.querySelectorAll(":scope > [data-seq]")];
const seqOf = (row) => Number(row.dataset.seq);
const keyOf = (row) => row.id || row.dataset.seq;
const byKey = (list) => new Map(rowsOf(list).map((row) => [keyOf(row), row]));

/** Removes the update from the page, and from what may still be on its way; a fold is the server's to draw again. */
export function purge(seq) {
  purged.add(String(seq));
  for (const row of document.querySelectorAll(`[data-seq="${seq}"]:not([data-from]), #u-${seq}`)) row.remove();
}

/** Puts rows in their places, or in the place of what has their id; drops the oldest beyond `most`. */
export function mergeRows(list, rows, most = MOST_ROWS) {
  const shown = byKey(list);
  let next = list.querySelector(":scope > [data-seq]");
  for (const row of [...rows]) {
    if (purged.has(row.dataset.seq) && !row.dataset.from) continue;
    const old = shown.get(keyOf(row));
    if (old && old === next) next = following(old);
    if (old) replace(old, row);
    else row.classList.add("is-new");
    while (next && seqOf(next) > seqOf(row)) next = following(next);
    if (!row.isConnected || following(row) !== next) place(row, list, next);
  }
  for (const row of rowsOf(list).slice(most)) row.remove();
}

function place(row, list, next) {
  if (next) return next.before(row);
  const last = rowsOf(list).at(-1);
  if (last) last.after(row);
  else list.prepend(row);
}

function following(row) {
  do row = row.nextElementSibling; while (row && !row.dataset.seq);
  return row;
}

/**
 * A list that asks `path?parameters&after_seq=` for what is newer than it shows; call the answer when something came.
 * Rows wait behind a pill while they would move what is read; `onChange` runs after rows came in.
 */
export function liveList(list, { path = "/fragments/updates", parameters = [], onChange = () => {}, most } = {}) {
  const held = document.createElement("ol");
  const pill = document.getElementById("pill").content.firstElementChild.cloneNode(true);
  let cursor = Number(document.body.dataset.headSeq);
  let isReplaced = false;

  function insert() {
    pill.hidden = true;
    if (!held.firstChild) return;
    // More came than one answer holds: these are the newest, and what was shown is further down behind a gap.
    if (isReplaced) list.replaceChildren();
    mergeRows(list, held.children, most);
    held.replaceChildren();
    pointOlder(list, isReplaced, most);
    isReplaced = false;
    list.hidden = false;
    document.getElementById("none")?.remove();
    onChange();
  }

  function insertOrHold() {
    const isHeld = paused() || isRead(list);
    const count = isHeld ? countNew(held, list) : 0;
    setWaiting(count);
    if (!isHeld) return insert();
    pill.hidden = count === 0 || paused();
    pill.lastElementChild.textContent = `${count}${isReplaced ? "+" : ""} new ${count === 1 ? "update" : "updates"}`;
  }

  // A fold that is on top may have grown: the server draws it again as a whole.
  function from() {
    const newest = rowsOf(held)[0] ?? rowsOf(list)[0];
    return Math.min(cursor, (newest?.dataset.from ?? Infinity) - 1);
  }

  function retry() {
    if (!pill.hidden) insertOrHold();
  }

  setWaiting(0);
  onResume(insert);
  list.before(pill);
  list.addEventListener("animationend", ({ target }) => target.classList.remove("is-new"));
  pill.addEventListener("click", () => {
    document.getElementById("main").focus({ preventScroll: true });
    scrollTo(0, 0);
    insert();
  });
  for (const event of ["scroll", "focusin", "selectionchange", "click"]) document.addEventListener(event, retry);

  return coalesce(async () => {
    const answer = (await fetchFragment(path, [...parameters, ["after_seq", from()]]))?.firstElementChild;
    if (!answer) return;
    cursor = Number(answer.dataset.headSeq);
    if ("replaces" in answer.dataset) {
      isReplaced = true;
      held.replaceChildren();
    }
    mergeRows(held, rowsOf(answer), most);
    insertOrHold();
  });
}

/** Rows on top would move what somebody reads, has focused or selected. */
function isRead(list) {
  const selection = getSelection();
  return scrollY > 4 || list.contains(document.activeElement)
    || !selection.isCollapsed && selection.containsNode(list, true);
}

function countNew(held, list) {
  const shown = byKey(list);
  const count = (row) => Number(row?.dataset.count ?? (row ? 1 : 0));
  return rowsOf(held).reduce((sum, row) => sum + Math.max(0, count(row) - count(shown.get(keyOf(row)))), 0);
}

/** "Older updates" goes on where the list ends. */
function pointOlder(list, isCut, most = MOST_ROWS) {
  const link = document.getElementById("older");
  const rows = rowsOf(list);
  if (!link || rows.length === 0) return;
  if (isCut || rows.length >= most) link.hidden = false;
  const url = new URL(link.href);
  url.searchParams.set("before_seq", rows.at(-1).dataset.from ?? rows.at(-1).dataset.seq);
  link.href = url;
}
