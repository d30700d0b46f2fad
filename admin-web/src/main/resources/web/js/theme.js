/** Lets a button switch between dark and light; `changed` is called after each switch, the system's included. */
export function themeToggle(button, changed) {
  const root = document.documentElement;
  const apply = (theme) => {
    root.dataset.theme = theme;
    changed();
  };
  button.addEventListener("click", () => {
    const theme = root.dataset.theme === "light" ? "dark" : "light";
    try {
      localStorage.setItem("vex-theme", theme);
    } catch {
      // storage is off: the choice lasts as long as the page
    }
    apply(theme);
  });
  matchMedia("(prefers-color-scheme: light)").addEventListener("change", (event) => {
    let chosen = null;
    try {
      chosen = localStorage.getItem("vex-theme");
    } catch {
      // storage is off: follow the system
    }
    if (!chosen) {
      apply(event.matches ? "light" : "dark");
    }
  });
}
