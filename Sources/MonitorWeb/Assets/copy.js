// Buttons that copy the text of the element whose id they name; without script there are none, and the text can be
// selected.

const SHOWN = 2_000;

export function startCopying() {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", () => copy(button));
  }
}

async function copy(button) {
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent);
  const label = button.querySelector("span");
  label.textContent = "Copied";
  setTimeout(() => label.textContent = "Copy", SHOWN);
}
