// Settings of this browser, switched in the menu.

/** Whether the setting is on; `standard` until it is switched. */
export const setting = (name, standard) => (localStorage.getItem(`monitor.${name}`) ?? standard) === "on";

/** Makes the menu's button with the setting's name switch it; `allow` may refuse to switch it on, and say why. */
export function startSetting(name, standard, allow = () => true) {
  const button = document.getElementById(name);
  const show = () => button.lastElementChild.textContent = setting(name, standard) ? "on" : "off";
  button.hidden = false;
  button.addEventListener("click", async () => {
    const isOn = !setting(name, standard) && await allow();
    localStorage.setItem(`monitor.${name}`, isOn ? "on" : "off");
    show();
  });
  show();
}
