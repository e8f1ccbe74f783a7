// A key clicks the visible link, button or summary with data-key="x", or focuses the field that has it or is inside.

import { startSetting } from "./menu.js";

const ROWS = "main :is(.need, .row:not(.row-head), .upd, .ev-li, .lane-ev, .hit)";
const FIELD = "input, textarea, select, [contenteditable]";
const PRESSED = "a[href], button, summary";
const SEQUENCE = 1_000;
const ACTIONS = {
  j: () => step(1),
  k: () => step(-1),
  n: nextNeed,
  x: expandAll,
  ".": () => scrollTo(0, 0),
  "/": () => location.assign("/search"),
  "?": () => document.getElementById("keys").showModal(),
};
/** When `g` began a sequence: data-key="g d". */
let begunAt = -Infinity;

const isOn = () => localStorage.getItem("monitor.single-keys") !== "off";
const visibles = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());

/** Makes the keys and the menu's switch for them work. */
export function startKeys() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", ({ target }) => mark(target.closest(ROWS)));
  document.addEventListener("click", ({ target }) => closeMenus(target));
  startSetting("single-keys", isOn);
}

function onKey(event) {
  const { key, target, timeStamp } = event;
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === "Escape") {
    if (target.matches(FIELD)) target.blur();
    return closeMenus();
  }
  if (!isOn() || target.closest(FIELD) || document.querySelector("dialog[open]")) return;
  if (press(timeStamp - begunAt < SEQUENCE ? `g ${key}` : key)) event.preventDefault();
  begunAt = key === "g" ? timeStamp : -Infinity;
}

function press(key) {
  const named = `[data-key="${CSS.escape(key)}"]`;
  const [element] = visibles(`main ${named}`).concat(visibles(named));
  if (element?.matches(PRESSED)) element.click();
  else if (element) (element.matches(FIELD) ? element : element.querySelector(`${FIELD}, ${PRESSED}`))?.focus();
  else if (Object.hasOwn(ACTIONS, key)) ACTIONS[key]();
  else return false;
  return true;
}

function closeMenus(target) {
  for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = menu.contains(target);
}

/** From the focused row; without one, to the first in sight. */
function step(by) {
  const rows = visibles(ROWS);
  const at = rows.indexOf(document.activeElement.closest(ROWS));
  enter(at < 0 ? rows.find((row) => row.getBoundingClientRect().top > 0) : rows[at + by]);
}

/** Focuses what Enter opens, or the row itself. */
function enter(row) {
  if (!row) return;
  const target = row.querySelector("a.name, summary") ?? row;
  if (target === row) row.tabIndex = -1;
  target.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function mark(row) {
  document.querySelector(".is-cursor")?.classList.remove("is-cursor");
  (row?.querySelector(".ev") ?? row)?.classList.add("is-cursor");
}

function nextNeed() {
  const needs = visibles("main .need");
  if (needs.length === 0 && location.pathname !== "/dashboard") location.assign("/dashboard#needs");
  enter(needs[(needs.indexOf(document.activeElement.closest(".need")) + 1) % needs.length]);
}

function expandAll() {
  const all = visibles("main :is(.ev, .fold)");
  const isOpen = all.some((details) => !details.open);
  for (const details of all) details.open = isOpen;
}
