// The keyboard. What a key does stands on the page: the key "x" clicks the link, button or summary with data-key="x", or
// puts the focus into the field that has it, or into the first field, link or button of another element that has it. What
// is not visible does not count, and what is in <main> comes before the bar. Two keys one after the other: data-key="g d".

const ROWS = ":is(.need, .row:not(.row-head), .upd, .ev-li, .lane-ev, .hit)";
const FIELD = "input, textarea, select, [contenteditable]";
const PRESSED = "a[href], button, summary";
const DETAILS = "main :is(.ev, .fold)";
const SEQUENCE = 1_000;

const visibles = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
const isOn = () => localStorage.getItem("monitor.keys") !== "off";
let prefix = "", prefixTimer;

const ACTIONS = {
  j: () => step(1),
  k: () => step(-1),
  n: nextNeed,
  x: expandAll,
  ".": () => scrollTo(0, 0),
  "/": () => location.assign("/search"),
  "?": () => document.getElementById("keys").showModal(),
};

/** Listens to the keyboard, and makes the menu's entries for it work. */
export function startKeys() {
  document.addEventListener("keydown", onKey);
  document.addEventListener("focusin", ({ target }) => mark(target.closest(ROWS)));
  document.addEventListener("click", ({ target }) => closeMenus(target));
  document.getElementById("show-keys")?.addEventListener("click", ACTIONS["?"]);
  const button = document.getElementById("single-keys");
  const show = () => button.lastElementChild.textContent = isOn() ? "on" : "off";
  button?.addEventListener("click", () => {
    localStorage.setItem("monitor.keys", isOn() ? "off" : "on");
    show();
  });
  if (button) show();
}

function onKey(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") return leave(event.target);
  if (!isOn() || event.target.closest(FIELD) || document.querySelector("dialog[open]")) return;
  const key = prefix + event.key;
  setPrefix(event.key === "g" ? "g " : "");
  if (press(key)) event.preventDefault();
}

function setPrefix(text) {
  clearTimeout(prefixTimer);
  prefix = text;
  if (text) prefixTimer = setTimeout(() => prefix = "", SEQUENCE);
}

function press(key) {
  const named = `[data-key="${CSS.escape(key)}"]`;
  const [element] = [...visibles(`main ${named}, dialog ${named}`), ...visibles(named)];
  if (!element && !Object.hasOwn(ACTIONS, key)) return false;
  if (!element) ACTIONS[key]();
  else if (element.matches(PRESSED)) element.click();
  else (element.matches(FIELD) ? element : element.querySelector(`${FIELD}, ${PRESSED}`))?.focus();
  return true;
}

function leave(target) {
  if (target.matches(FIELD)) target.blur();
  closeMenus();
}

function closeMenus(target) {
  for (const menu of document.querySelectorAll("details.menu[open]")) if (!menu.contains(target)) menu.open = false;
}

/** The row after or before the one that has the focus; without one the first that is in sight. */
function step(by) {
  const rows = visibles(`main ${ROWS}`);
  const at = rows.indexOf(document.activeElement.closest(ROWS));
  const inSight = rows.findIndex((row) => row.getBoundingClientRect().top >= 48);
  const row = at < 0 ? rows[Math.max(0, inSight)] : rows[at + by];
  if (row) enter(row);
}

/** The focus goes to what Enter opens, or to the row itself. */
function enter(row) {
  let target = row.querySelector(":scope a.name, :scope summary");
  if (!target) {
    row.tabIndex = -1;
    target = row;
  }
  target.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function mark(row) {
  for (const other of document.querySelectorAll(".is-cursor")) other.classList.remove("is-cursor");
  (row?.querySelector(":scope > .ev") ?? row)?.classList.add("is-cursor");
}

function nextNeed() {
  const needs = visibles("main .need");
  if (needs.length === 0) return location.pathname === "/dashboard" || location.assign("/dashboard#needs");
  enter(needs[(needs.indexOf(document.activeElement.closest(".need")) + 1) % needs.length]);
}

function expandAll() {
  const all = visibles(DETAILS);
  const isOpen = all.some((details) => !details.open);
  for (const details of all) details.open = isOpen;
}
