// Forms that stay on their page: they are sent by fetch, and the live connection shows what they changed.

import { toast } from "./toast.js";

/** Sends the form `data-live` asks for; without script the browser does, and the server leads back. */
export function startForms() {
  document.addEventListener("submit", (event) => {
    const form = event.target.closest("form[data-live]");
    if (!form) return;
    event.preventDefault();
    submit(form);
  });
  document.addEventListener("change", (event) => event.target.closest("form[data-submit-on-change]")?.requestSubmit());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.target.closest?.("form")?.requestSubmit();
  });
}

async function submit(form) {
  const fields = new URLSearchParams(new FormData(form));
  const { done, undo } = form.dataset;
  if (!(await post(form.action, fields))) return;
  form.closest("details.menu")?.removeAttribute("open");
  form.closest("dialog")?.close();
  if ("reset" in form.dataset) form.reset();
  if (done) toast(done, undo && (() => post(form.action, new URLSearchParams(undo))));
}

/** Posts fields to a page's route; false when they were refused, which a toast says. */
export async function post(path, fields) {
  // The answer is where to go on, which is here; its body is wanted only when something is wrong.
  const response = await fetch(path, { method: "POST", body: fields, redirect: "manual" }).catch(() => null);
  if (response?.type === "opaqueredirect" || response?.ok) return true;
  const problem = await response?.json().catch(() => null);
  toast(problem?.message ?? "Not sent: Monitor does not answer. Try again.");
  return false;
}
