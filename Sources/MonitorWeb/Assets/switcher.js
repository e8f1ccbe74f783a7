// Ctrl+K or Cmd+K: to a task, a workstream or a search by a few letters.

import { coalesce } from "./coalesce.js";
import { fetchFragment } from "./fragments.js";

const [dialog, field, list] = ["switcher", "switcher-field", "switcher-list"].map((id) => document.getElementById(id));
const options = () => [...list.children];
const chosen = () => options().findIndex((option) => option.ariaSelected === "true");

let shownFor, isEntered = false;

const refresh = coalesce(async () => {
  const text = field.value;
  list.replaceChildren(await fetchFragment("/fragments/switcher", [["q", text]]));
  shownFor = text;
  choose(0);
  if (isEntered) go();
});

/** Listens for the key. */
export function startSwitcher() {
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (dialog.open) return dialog.close();
    field.value = "";
    isEntered = false;
    refresh();
    dialog.showModal();
  });
  field.addEventListener("input", refresh);
  dialog.addEventListener("keydown", onKey);
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
}

function onKey(event) {
  const by = { ArrowDown: 1, ArrowUp: -1, Enter: 0 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  if (by) choose(chosen() + by);
  else go();
}

/** To the one that is chosen; who types fast has it chosen by what is on its way. */
function go() {
  isEntered = shownFor !== field.value;
  if (!isEntered) options()[chosen()]?.click();
}

function choose(at) {
  const option = options().at(at % list.childElementCount);
  for (const other of options()) other.ariaSelected = other === option;
  option?.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", option?.id ?? "");
}
