// Components are drawn by the server only; here its HTML is fetched and put in place.

import { localise } from "./clock.js";

/** The fragment as a DocumentFragment, in time for the next frame; `null` when what it shows is gone. */
export async function fetchFragment(path, parameters = []) {
  const query = new URLSearchParams(parameters);
  const url = query.size > 0 ? `${path}?${query}` : path;
  // A redirect is the login page: not to be put into this one.
  const response = await fetch(url, { redirect: "error" });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const template = document.createElement("template");
  template.innerHTML = await response.text();
  localise(template.content);
  if (!document.hidden) await frame();
  return template.content;
}

/** What is put in place in one frame is laid out once; a page that is just being hidden has no frames. */
const frame = () => new Promise((resolve) => {
  requestAnimationFrame(resolve);
  setTimeout(resolve, 100);
});

/** Puts every element of the fragment that has an id in the place of the page's element with that id. */
export function swap(fragment) {
  for (const element of [...fragment.children]) {
    const old = element.id && document.getElementById(element.id);
    if (old) replace(old, element);
  }
}

/** Puts an element in another's place, but leaves alone what is the same; focus and opened details stay. */
export function replace(old, element) {
  if (old.isEqualNode(element)) return;
  const opened = new Map([...old.querySelectorAll("details")].map((details, at) => [details.id || at, details.open]));
  element.querySelectorAll("details").forEach((details, at) => {
    details.open = opened.get(details.id || at) ?? details.open;
  });
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  old.replaceWith(element);
  if (focused) successor(focused, old, element)?.focus({ preventScroll: true });
}

/** What a link, a summary or the whole element has become. */
function successor(focused, old, element) {
  if (focused === old) return element;
  const href = focused.getAttribute("href");
  if (href) return element.querySelector(`a[href="${CSS.escape(href)}"]`);
  const at = [...old.querySelectorAll("summary")].indexOf(focused);
  return element.querySelectorAll("summary")[at];
}
