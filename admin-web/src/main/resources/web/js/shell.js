import { logOut, mayOperate, session } from "./session.js";
import { live } from "./live.js";
import { themeToggle } from "./theme.js";
import { alerts } from "./alerts.js";

const themeListeners = new Set();

/** Called after each switch between dark and light. */
export const onTheme = (listener) => themeListeners.add(listener);

/**
 * Fills the frame around every page: who is here, the theme, the connection, alerts. Gives the session, null for a stranger; a page that
 * needs one sends strangers to the log-in page.
 */
export async function shell({ needsUser = true, connects = true } = {}) {
  themeToggle(document.getElementById("theme"), () => themeListeners.forEach((each) => each()));
  document.getElementById("log-out").addEventListener("click", logOut);
  document.querySelector(".pages [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  const who = await patiently(session);
  document.getElementById("who").hidden = !who;
  document.getElementById("log-out").hidden = !who;
  document.getElementById("log-in").hidden = Boolean(who) || location.pathname === "/login";
  if (who) {
    document.getElementById("who-name").textContent = who.user;
    document.getElementById("who-role").textContent = who.role;
  } else if (needsUser) {
    location.replace("/login?next=" + encodeURIComponent(location.pathname + location.hash));
    return new Promise(() => {}); // the page is left
  }
  if (connects) {
    live.start();
    if (mayOperate(who)) {
      alerts(document.getElementById("banner"));
    }
  } else {
    document.getElementById("connection").hidden = true;
  }
  return who;
}

/** Asks again while the venue is still recovering. */
async function patiently(question) {
  for (;;) {
    try {
      return await question();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
}
