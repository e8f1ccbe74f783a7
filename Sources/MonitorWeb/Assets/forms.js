// Forms that stay on their page; the live connection shows what they changed.

import { toast } from "./toast.js";

export function startForms() {
  document.addEventListener("submit", (event) => {
    if (!("live" in event.target.dataset)) return;
    event.preventDefault();
    submit(event.target);
  });
  document.addEventListener("change", ({ target }) => {
    const form = target.closest("form[data-submit-on-change]");
    const menu = target.closest("form details");
    // A menu's choices are sent together.
    if (menu) menu.ontoggle = () => form?.requestSubmit();
    else if (target.matches("select")) form?.requestSubmit();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.closest?.("form")?.requestSubmit();
  });
}

async function submit(form) {
  const { done, undo } = form.dataset;
  // Open, it would not be drawn again (fragments.js).
  const details = form.closest("details");
  details?.removeAttribute("open");
  if (!(await post(form.action, new FormData(form)))) return details?.setAttribute("open", "");
  form.closest("dialog")?.close();
  if ("reset" in form.dataset) form.reset();
  if (done) toast(done, undo && (() => post(form.action, undo)));
}

/** False when the fields were refused, which a toast says. */
async function post(path, fields) {
  const body = new URLSearchParams(fields);
  const response = await fetch(path, { method: "POST", body, redirect: "manual" }).catch(() => null);
  if (response?.type === "opaqueredirect" || response?.ok) return true;
  const problem = await response?.json().catch(() => null);
  toast(problem?.message ?? "Not sent: Monitor does not answer. Try again.");
  return false;
}
