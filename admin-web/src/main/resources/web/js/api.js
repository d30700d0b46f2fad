import { ended, session } from "./session.js";

/** A refusal of the venue, with its stable code. */
export class Problem extends Error {
  constructor(status, body) {
    super(body?.detail || body?.title || `status ${status}`);
    this.status = status;
    this.code = body?.code ?? "UNKNOWN";
    this.title = body?.title ?? "The venue refused";
    this.fields = body?.fields ?? [];
    this.order = body?.order ?? null;
  }

  /** One line for people. */
  get line() {
    return `${this.title}: ${this.message}`;
  }
}

async function call(verb, path, body, accept) {
  const headers = { Accept: accept };
  const who = await session();
  if (verb !== "GET" && who?.csrfToken) {
    headers["X-CSRF-Token"] = who.csrfToken;
  }
  if (body !== undefined) {
    headers["Content-Type"] = "application/json";
  }
  let answer;
  try {
    answer = await fetch("/api/v1" + path, { method: verb, headers, body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new Problem(0, { code: "NO_CONNECTION", title: "No connection", detail: "the venue does not answer" });
  }
  if (answer.ok) {
    return answer;
  }
  const problem = await answer.json().catch(() => null);
  if (answer.status === 401 && who) {
    ended();
  }
  throw new Problem(answer.status, problem);
}

const json = async (answer) => (answer.status === 204 ? null : answer.json());

export const get = async (path) => json(await call("GET", path, undefined, "application/json"));
export const post = async (path, body) => json(await call("POST", path, body ?? {}, "application/json"));
export const put = async (path, body) => json(await call("PUT", path, body, "application/json"));
export const patch = async (path, body) => json(await call("PATCH", path, body, "application/json"));
export const remove = async (path) => json(await call("DELETE", path, undefined, "application/json"));

/** A query string of what is given: null, undefined and "" are left out. */
export function query(parameters) {
  const parts = Object.entries(parameters)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return parts.length ? "?" + parts.join("&") : "";
}

/** Saves a list as a file of comma-separated values, made by the venue. */
export async function saveCsv(path, name) {
  const answer = await call("GET", path, undefined, "text/csv");
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
