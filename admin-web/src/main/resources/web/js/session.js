// Who uses the page. The role is remembered only to draw the right links at once; what a user may do is decided by the venue.

const ROLE = "vex-role";

function remember(role) {
  document.documentElement.dataset.role = role ?? "none";
  try {
    if (role) {
      localStorage.setItem(ROLE, role);
    } else {
      localStorage.removeItem(ROLE);
    }
  } catch {
    // storage is off: we ask again on the next page
  }
}

function remembered() {
  try {
    return localStorage.getItem(ROLE) !== null;
  } catch {
    return true;
  }
}

let known = null;

/** The session of this browser, or null for a stranger. Asked for once a page. */
export function session() {
  known ??= ask();
  return known;
}

async function ask() {
  if (!remembered()) {
    return null;
  }
  const answer = await fetch("/api/v1/session", { headers: { Accept: "application/json" } });
  if (answer.status === 401) {
    remember(null);
    return null;
  }
  if (!answer.ok) {
    known = null; // still recovering: ask again next time
    throw new Error(`session: ${answer.status}`);
  }
  const who = await answer.json();
  remember(who.role);
  return who;
}

/** Logs in; gives the problem document when that is refused, null when it worked. */
export async function logIn(user, password) {
  const answer = await fetch("/api/v1/session", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ user, password }),
  });
  const body = await answer.json();
  if (!answer.ok) {
    return body;
  }
  remember(body.role);
  known = Promise.resolve(body);
  return null;
}

/** Logs out and shows the log-in page. */
export async function logOut() {
  const who = await session();
  if (who?.csrfToken) {
    await fetch("/api/v1/session", { method: "DELETE", headers: { "X-CSRF-Token": who.csrfToken } });
  }
  remember(null);
  location.assign("/login");
}

/** The session has ended without our doing. */
export function ended() {
  remember(null);
  known = Promise.resolve(null);
  location.assign("/login?next=" + encodeURIComponent(location.pathname + location.hash));
}

export const isStaff = (who) => Boolean(who) && who.role !== "trader";
export const mayOperate = (who) => who?.role === "operator" || who?.role === "admin";
export const isAdmin = (who) => who?.role === "admin";
export const isTrader = (who) => who?.role === "trader";
