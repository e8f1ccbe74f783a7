// Buttons that copy what their data-copy says; a path becomes an address.

import { toast } from "./toast.js";

export function startCopying() {
  document.addEventListener("click", async ({ target }) => {
    const text = target.closest("[data-copy]")?.dataset.copy;
    if (!text) return;
    await navigator.clipboard.writeText(text.startsWith("/") ? location.origin + text : text);
    toast("Copied.");
  });
}
