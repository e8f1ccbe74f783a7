// Ctrl+K or Cmd+K: to a task, a workstream or a search by a few letters.

import { coalesce } from "./coalesce.js";
import { fetchFragment } from "./fragments.js";

const [dialog, field, list] = ["switcher", "switcher-field", "switcher-list"].map((id) => document.getElementById(id));
const chosen = () => list.querySelector("[aria-selected=true]");
const KEYS = {
  ArrowDown: () => choose(chosen()?.nextElementSibling ?? list.firstElementChild),
  ArrowUp: () => choose(chosen()?.previousElementSibling ?? list.lastElementChild),
  Enter: go,
};
let shownFor, isEntered;

const refresh = coalesce(async () => {
  const text = field.value;
  list.replaceChildren(await fetchFragment("/fragments/switcher", [["q", text]]));
  shownFor = text;
  choose(list.firstElementChild);
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
  field.addEventListener("input", () => refresh());
  dialog.addEventListener("keydown", (event) => {
    if (!Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    KEYS[event.key]();
  });
}

/** To the one that is chosen; who types fast has it chosen by what is on its way. */
function go() {
  isEntered = shownFor !== field.value;
  if (!isEntered) chosen()?.click();
}

function choose(option) {
  chosen()?.setAttribute("aria-selected", false);
  option?.setAttribute("aria-selected", true);
  option?.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", option?.id ?? "");
}
