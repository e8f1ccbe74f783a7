// What can be done with a task, in a dialog; without script its link leads to the task's page.

import { fetchFragment } from "./fragments.js";

const dialog = document.getElementById("actions");

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-actions]");
  if (!link) return;
  event.preventDefault();
  dialog.replaceChildren(await fetchFragment(link.dataset.actions));
  dialog.showModal();
});
