import { logIn } from "./session.js";
import { shell } from "./shell.js";

const form = document.getElementById("log-in-form");
const fault = document.getElementById("fault");
const button = form.querySelector("button");

/** Only a path of our own. */
function next() {
  const asked = new URLSearchParams(location.search).get("next");
  return asked && /^\/(?![/\\])/.test(asked) ? asked : "/";
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const { user, password } = form.elements;
  fault.textContent = "";
  if (!user.value || !password.value) {
    fault.textContent = "Give a user and a password.";
    (user.value ? password : user).focus();
    return;
  }
  button.disabled = true;
  button.textContent = "Logging in…";
  try {
    const problem = await logIn(user.value, password.value);
    if (problem) {
      fault.textContent = problem.code === "BAD_CREDENTIALS" ? "User or password is wrong." : `${problem.title}: ${problem.detail}`;
      password.select();
    } else {
      location.assign(next());
    }
  } catch {
    fault.textContent = "The venue does not answer. Try again.";
  } finally {
    button.disabled = false;
    button.textContent = "Log in";
  }
});

document.getElementById("demo").hidden = document.getElementById("environment").textContent !== "DEMO";
shell({ needsUser: false, connects: false });
