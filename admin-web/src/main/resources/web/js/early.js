// Runs before the first paint, so that the page does not flash in the other theme or with links that are not for this user.
(() => {
  let chosen = null;
  let role = null;
  try {
    chosen = localStorage.getItem("vex-theme");
    role = localStorage.getItem("vex-role");
  } catch {
    // storage is off: follow the system
  }
  const light = chosen ? chosen === "light" : matchMedia("(prefers-color-scheme: light)").matches;
  document.documentElement.dataset.theme = light ? "light" : "dark";
  document.documentElement.dataset.role = role ?? "none";
})();
