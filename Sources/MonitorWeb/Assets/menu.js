// Settings of this browser, switched in the menu.

/** Makes the button with the setting's name switch it, also for other tabs; `allow` may refuse to switch it on. */
export function startSetting(name, isOn, allow = () => true) {
  const button = document.getElementById(name);
  const show = () => button.lastElementChild.textContent = isOn() ? "on" : "off";
  button.hidden = false;
  button.addEventListener("click", async () => {
    const isNowOn = !isOn() && await allow();
    localStorage.setItem(`monitor.${name}`, isNowOn ? "on" : "off");
    show();
  });
  addEventListener("storage", show);
  show();
}
