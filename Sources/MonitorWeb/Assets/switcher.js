// Ctrl+K or Cmd+K: goes to a task, to a workstream or to a search by a few letters of its name.

import { coalesce } from "./coalesce.js";
import { fetchFragment } from "./fragments.js";

const dialog = document.getElementById("switcher");
const field = document.getElementById("switcher-field");
const list = document.getElementById("switcher-list");
const options = () => [...list.querySelectorAll("[role=option]")];

const refresh = coalesce(async () => {
  list.replaceChildren(await fetchFragment("/fragments/switcher", [["q", field.value]]));
  choose(options()[0]);
});

/** Listens for the key. */
export function startSwitcher() {
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (dialog.open) dialog.close();
    else open();
  });
  field.addEventListener("input", refresh);
  dialog.addEventListener("keydown", onKey);
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
}

function open() {
  field.value = "";
  list.replaceChildren();
  refresh();
  dialog.showModal();
}

function onKey(event) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by && event.key !== "Enter") return;
  event.preventDefault();
  const all = options();
  const at = all.indexOf(chosen());
  if (by) choose(all[(at + by + all.length) % all.length]);
  else all[at]?.click();
}

const chosen = () => list.querySelector("[aria-selected=true]");

function choose(option) {
  chosen()?.setAttribute("aria-selected", "false");
  option?.setAttribute("aria-selected", "true");
  option?.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", option?.id ?? "");
}
