// Lists of updates, newest first. An item's id says what it is, data-seq its newest place in the journal, data-from the
// first one that it covers (a fold), data-count how many updates it holds.

import { coalesce } from "./coalesce.js";
import { onResume, paused, setWaiting } from "./connection.js";
import { fetchFragment, replace } from "./fragments.js";

/** More rows make a page slow; the rest is behind "Older updates". */
const MOST_ROWS = 500;
const purged = new Set();

/** Removes the update from the page, and from what may still be on its way; a fold is the server's to draw again. */
export function purge(seq) {
  purged.add(seq);
  for (const row of document.querySelectorAll(`[data-seq="${seq}"]:not([data-from]), #u-${seq}`)) row.remove();
}

/** Puts rows in their places, in that of what has their id if it is there; drops the oldest beyond `most`. */
export function mergeRows(list, rows, most = MOST_ROWS) {
  const shown = new Map(rowsOf(list).map((row) => [keyOf(row), row]));
  let next = rowsOf(list)[0];
  for (const row of [...rows]) {
    if (purged.has(seqOf(row)) && !row.dataset.from) continue;
    const old = shown.get(keyOf(row));
    if (old && seqOf(old) === seqOf(row)) {
      if (next === old) next = after(old);
      replace(old, row);
      continue;
    }
    if (old) {
      if (next === old) next = after(old);
      replace(old, row);
    } else row.classList.add("is-new");
    while (next && seqOf(next) > seqOf(row)) next = after(next);
    place(row, list, next);
  }
  for (const row of rowsOf(list).slice(most)) row.remove();
}

function place(row, list, next = null) {
  if (row.parentNode === list && after(row) === next) return;
  if (next) return next.before(row);
  const last = rowsOf(list).filter((other) => other !== row).at(-1);
  if (last) last.after(row);
  else list.prepend(row);
}

/**
 * A list that asks for what is newer than it shows; call the answer when something came.
 * `path?parameters&after_seq=` answers `<ol data-head-seq=H [data-replaces]>`. Rows wait behind a pill while they would
 * move what is read; `onChange` runs after rows came in.
 */
export function liveList(list, { path = "/fragments/updates", parameters = [], onChange = () => {}, most } = {}) {
  const held = document.createElement("ol");
  const pill = document.getElementById("pill").content.firstElementChild.cloneNode(true);
  let cursor = Number(document.body.dataset.headSeq);
  let isReplaced = false;
  list.before(pill);
  setWaiting(0);

  function insert() {
    if (held.childElementCount > 0) {
      // More came than one answer holds: these are the newest, and what was shown is further down behind a gap.
      if (isReplaced) list.replaceChildren();
      mergeRows(list, held.children, most);
      held.replaceChildren();
      list.hidden = list.childElementCount === 0;
      if (!list.hidden) document.getElementById("none")?.remove();
      pointOlder(list, isReplaced, most);
      isReplaced = false;
      onChange();
    }
    pill.hidden = true;
  }

  function insertOrHold() {
    if (held.childElementCount > 0 && !paused() && !isRead(list)) return insert();
    const count = countNew(held, list);
    setWaiting(count);
    pill.hidden = count === 0 || paused();
    const number = isReplaced ? `${count}+` : count;
    pill.lastElementChild.textContent = `${number} new ${count === 1 ? "update" : "updates"}`;
  }

  // A fold that is on top may have grown: the server draws it again as a whole.
  function from() {
    const newest = rowsOf(held)[0] ?? rowsOf(list)[0];
    return newest?.dataset.from ? Math.min(cursor, newest.dataset.from - 1) : cursor;
  }

  pill.addEventListener("click", () => {
    document.getElementById("main").focus({ preventScroll: true });
    scrollTo(0, 0);
    insert();
  });
  onResume(insert);
  const retry = () => pill.hidden || insertOrHold();
  addEventListener("scroll", retry, { passive: true });
  for (const event of ["focusin", "selectionchange"]) document.addEventListener(event, retry);
  list.addEventListener("focusout", () => setTimeout(retry));

  return coalesce(async () => {
    const fragment = await fetchFragment(path, [...parameters, ["after_seq", from()]]);
    if (!fragment) return;
    const answer = fragment.firstElementChild;
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
  const shown = new Map(rowsOf(list).map((row) => [keyOf(row), countOf(row)]));
  return rowsOf(held).reduce((sum, row) => sum + Math.max(0, countOf(row) - (shown.get(keyOf(row)) ?? 0)), 0);
}

/** "Older updates" goes on where the list ends. */
function pointOlder(list, isCut, most = MOST_ROWS) {
  const link = document.getElementById("older");
  const rows = rowsOf(list);
  const last = rows.at(-1);
  if (!link || !last) return;
  if (isCut || rows.length >= most) link.hidden = false;
  const url = new URL(link.href, location.href);
  url.searchParams.set("before_seq", last.dataset.from ?? last.dataset.seq);
  link.href = url;
}

const rowsOf = (list) => [...list.querySelectorAll(":scope > [data-seq]")];
const seqOf = (row) => Number(row.dataset.seq);
const keyOf = (row) => row.id || row.dataset.seq;
const countOf = (row) => Number(row.dataset.count ?? 1);

function after(row) {
  do row = row.nextElementSibling; while (row && !row.dataset.seq);
  return row;
}
