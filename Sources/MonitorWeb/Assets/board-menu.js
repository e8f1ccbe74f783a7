// What can be done with a row: a menu that all rows share.

export function startBoardMenu(board) {
  const menu = document.getElementById("row-menu");
  board.addEventListener("click", (event) => {
    const button = event.target.closest("[data-row-menu]");
    if (!button) return prepareNewTask(event);
    event.preventDefault();
    open(menu, button);
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest("#row-menu, [data-row-menu]")) menu.hidden = true;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !menu.hidden) close(menu);
  });
  menu.addEventListener("submit", () => close(menu));
}

let opener;

function open(menu, button) {
  opener = button;
  const row = button.closest(".row");
  const path = `/tasks/${row.dataset.taskId}`;
  for (const form of menu.querySelectorAll("form")) form.action = path;
  menu.querySelector("[data-menu-open]").href = path;
  menu.querySelector("[data-menu-delete]").href = `${path}/delete`;
  menu.querySelector("[data-menu-status] select").value = statusOf(row);
  menu.querySelector("[data-menu-move] select").value = row.dataset.workstreamId;
  menu.hidden = false;
  const place = button.getBoundingClientRect();
  menu.style.top = `${Math.max(8, Math.min(place.bottom + 4, innerHeight - menu.offsetHeight - 8))}px`;
  menu.style.left = `${Math.max(8, place.right - menu.offsetWidth)}px`;
  menu.querySelector("a").focus();
}

function close(menu) {
  menu.hidden = true;
  opener?.focus();
}

/** What an agent does shows in the row; beside it only these are somebody's own word. */
function statusOf(row) {
  return ["blocked", "done", "cancelled"].find((status) => row.classList.contains(`is-${status}`)) ?? "active";
}

function prepareNewTask(event) {
  const link = event.target.closest("[data-new-task]");
  if (!link) return;
  event.preventDefault();
  document.getElementById("new").open = true;
  const form = document.getElementById("new-task");
  form.elements.workstream_id.value = link.dataset.newTask;
  form.elements.name.focus();
}
