// What can be done with a task, in a dialog over the page; without script the link leads to the task's own page.

import { fetchFragment } from "./fragments.js";

const dialog = document.getElementById("actions");

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-actions]");
  if (!link) return;
  event.preventDefault();
  dialog.replaceChildren(await fetchFragment(link.dataset.actions));
  dialog.showModal();
});
