// A note in the corner that goes by itself, with a way back where there is one.

const SHOWN_FOR = 8_000;

/** Shows `text`; `undo` is called when the reader wants it back. It stays while it has the focus or the pointer. */
export function toast(text, undo) {
  document.querySelector(".toast")?.remove();
  const note = document.createElement("div");
  note.className = "toast";
  note.setAttribute("role", "status");
  note.append(Object.assign(document.createElement("span"), { textContent: text }));
  if (undo) note.append(button("Undo", () => { note.remove(); undo(); }));
  document.body.append(note);
  dismissLater(note);
}

function button(text, onClick) {
  const element = Object.assign(document.createElement("button"), { type: "button", className: "btn is-plain", textContent: text });
  element.addEventListener("click", onClick);
  return element;
}

function dismissLater(note) {
  setTimeout(() => {
    if (note.matches(":hover, :focus-within")) dismissLater(note);
    else note.remove();
  }, SHOWN_FOR);
}
