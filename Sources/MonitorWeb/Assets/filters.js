// Filter bars are plain forms. Here they need no button: a list's choice is sent when it is made, a menu's when it closes.

/** Makes the page's filter bar send itself. */
export function startFilters() {
  const form = document.querySelector(".filter-bar");
  const changed = new Set();
  form.addEventListener("change", ({ target }) => {
    const menu = target.closest(".menu");
    if (menu) changed.add(menu);
    else if (target.matches("select")) form.requestSubmit();
  });
  // The event of a menu that opens or closes does not bubble.
  form.addEventListener("toggle", ({ target }) => !target.open && changed.has(target) && form.requestSubmit(), true);
  // Fields that nobody filled in do not belong in the address.
  form.addEventListener("formdata", ({ formData }) => {
    for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
  });
}
