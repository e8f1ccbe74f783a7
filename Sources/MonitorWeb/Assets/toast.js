// A note in the corner that goes by itself, with a way back where there is one.

const SHOWN_FOR = 8_000;
const note = document.getElementById("toast");
const [words, button] = note.children;
let timer;

/** It stays while it has the focus or the pointer. */
export function toast(text, undo) {
  words.textContent = text;
  button.hidden = !undo;
  button.onclick = () => {
    note.hidden = true;
    undo();
  };
  note.hidden = false;
  clearTimeout(timer);
  timer = setTimeout(() => {
    if (note.matches(":hover, :focus-within")) toast(text, undo);
    else note.hidden = true;
  }, SHOWN_FOR);
}
