// Only the server draws components; here they are fetched and put in place.

import { coalesce } from "./coalesce.js";
import { localise } from "./clock.js";

/** `null` when what the fragment shows is gone. */
export async function fetchFragment(path, parameters = []) {
  const response = await fetch(`${path}?${new URLSearchParams(parameters)}`, { redirect: "error" });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const template = document.createElement("template");
  template.innerHTML = await response.text();
  localise(template.content);
  return template.content;
}

/** Returns a function that has a task drawn again; `place` gets its new element, and the old one in `root`. */
export function liveTasks(root, path, parameters, place, ready) {
  const find = (within, task) => within.querySelector(`[data-task-id="${task}"]`);
  return coalesce(async (tasks) => {
    const shown = tasks.map((task) => find(root, task)).filter(Boolean);
    const fragment = await fetchFragment(path, [...parameters(shown), ...tasks.map((task) => ["task_id", task])]);
    for (const task of tasks) {
      const [element, old] = [find(fragment, task), find(root, task)];
      if (element) place(element, old);
      else old?.remove();
    }
    swap(fragment);
  }, ready);
}

/** Puts what has an id in its place, but not while somebody writes there. */
export function swap(fragment) {
  for (const element of [...(fragment?.children ?? [])]) {
    const old = element.id && document.getElementById(element.id);
    if (old && !old.querySelector("details[open] form, select:focus")) replace(old, element);
  }
}

/** Returns what is in the place then. What is the same, the focus and open details stay. */
export function replace(old, element) {
  if (old.isEqualNode(element)) return old;
  const opened = new Map([...old.querySelectorAll("details")].map((details, at) => [details.id || at, details.open]));
  element.querySelectorAll("details").forEach((details, at) => {
    details.open = opened.get(details.id || at) ?? details.open;
  });
  const focusable = (root) => [root, ...root.querySelectorAll("a, summary")];
  const at = focusable(old).indexOf(document.activeElement);
  const href = document.activeElement.getAttribute("href");
  old.replaceWith(element);
  const successor = focusable(element)[at];
  // Not to another link that is there now.
  if (successor?.getAttribute("href") === href) successor.focus({ preventScroll: true });
  return element;
}
