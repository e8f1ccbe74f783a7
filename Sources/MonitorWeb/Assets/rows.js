// Lists of updates, newest first. A row covers the journal from data-from to data-seq, data-count updates.

import { coalesce } from "./coalesce.js";
import { onResume, paused, setWaiting } from "./connection.js";
import { fetchFragment, replace } from "./fragments.js";
import { follow } from "./live.js";

/** More make a page slow. */
const MOST_ROWS = 500;
const purged = new Set();

const rowsOf = (list) => [...list.querySelectorAll(":scope > [data-seq]")];
const sizeOf = (row) => row ? Number(row.dataset.count ?? 1) : 0;
const find = (list, { id }) => list.querySelector(`:scope > #${id}`);

/** A row takes the place of the one with its id. */
export function mergeRows(list, rows, most = MOST_ROWS) {
  for (const row of [...rows]) {
    if (purged.has(row.id)) continue;
    const old = find(list, row);
    const shown = old ? replace(old, row) : row;
    if (!old) row.classList.add("is-new");
    const next = rowsOf(list).find((other) => other !== shown && other.dataset.seq - row.dataset.seq <= 0) ?? null;
    if (!old || shown.nextElementSibling !== next) list.insertBefore(shown, next);
  }
  for (const row of rowsOf(list).slice(most)) row.remove();
}

/** Returns a function that asks for newer rows; they wait behind a pill while they would move what is read. */
export function liveList(list, path = "/fragments/updates", onChange = () => {}) {
  const held = document.createElement("ol");
  const pill = document.getElementById("pill");
  let cursor = document.body.dataset.headSeq;
  let isReplaced = false;

  function insert() {
    pill.hidden = true;
    // After a gap.
    if (isReplaced) list.replaceChildren();
    mergeRows(list, held.children);
    held.replaceChildren();
    if (isReplaced || rowsOf(list).length >= MOST_ROWS) document.getElementById("older").hidden = false;
    isReplaced = false;
    onChange();
  }

  function insertOrHold() {
    const isHeld = paused() || isRead(list);
    const grown = (row) => Math.max(0, sizeOf(row) - sizeOf(find(list, row)));
    const count = isHeld ? rowsOf(held).reduce((sum, row) => sum + grown(row), 0) : 0;
    setWaiting(count);
    if (!isHeld) return insert();
    pill.hidden = count === 0 || paused();
    pill.lastElementChild.textContent = `${count}${isReplaced ? "+" : ""} new update${count === 1 ? "" : "s"}`;
  }

  goOnInPlace(list, onChange);
  if (list.dataset.newest !== "true") return () => {};
  setWaiting(0);
  onResume(insert);
  list.before(pill);
  pill.addEventListener("click", () => {
    document.getElementById("main").focus({ preventScroll: true });
    scrollTo(0, 0);
    insert();
  });
  for (const event of ["scroll", "focusin", "selectionchange", "click"]) {
    document.addEventListener(event, () => pill.hidden || insertOrHold());
  }

  return coalesce(async () => {
    // A fold on top may have grown: it is drawn again as a whole.
    const newest = rowsOf(held)[0] ?? rowsOf(list)[0];
    const after = Math.min(cursor, (newest?.dataset.from ?? Infinity) - 1);
    const query = [...new URLSearchParams(list.dataset.query), ["after_seq", after]];
    const answer = (await fetchFragment(path, query))?.firstElementChild;
    if (!answer) return;
    cursor = answer.dataset.headSeq;
    if ("replaces" in answer.dataset) {
      isReplaced = true;
      held.replaceChildren();
    }
    mergeRows(held, answer.children);
    insertOrHold();
  });
}

function isRead(list) {
  const selection = getSelection();
  return scrollY > 4 || list.contains(document.activeElement)
    || !selection.isCollapsed && selection.containsNode(list, true);
}

/** Older updates come below what is shown. */
function goOnInPlace(list, onChange) {
  const bar = document.getElementById("older").parentNode;
  bar.addEventListener("click", async (event) => {
    if (event.target.id !== "older") return;
    event.preventDefault();
    const url = new URL(event.target.href);
    const { from, seq } = rowsOf(list).at(-1)?.dataset ?? {};
    if (seq) url.searchParams.set("before_seq", from ?? seq);
    const page = await fetchFragment(url.pathname, url.searchParams);
    list.append(...page.querySelectorAll(`#${list.id} > [data-seq]`));
    bar.replaceChildren(...page.getElementById("older").parentNode.children);
    onChange();
  });
}

// What was purged goes, also from what is on its way.
follow((event, { id, seq, name }) => {
  if (event === "update_deleted") {
    purged.add(`u-${seq}`);
    document.getElementById(`u-${seq}`)?.closest("li").remove();
  }
  for (const element of document.querySelectorAll(`[data-task-name="${id}"]`)) {
    if (event === "task_updated") element.textContent = name;
    if (event === "task_deleted") element.closest("[data-seq], [data-task-id]").remove();
  }
});
