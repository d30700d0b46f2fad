import { html, render, useEffect, useState } from "../vendor/htm-preact.js";
import { grouped } from "./decimal.js";
import { spoken, tone } from "./words.js";

export { html, render, useEffect, useState };
export { useRef, useMemo, useCallback } from "../vendor/htm-preact.js";

/** A word with its tone. */
export const Word = ({ of }) => html`<span class="word" data-tone=${tone(of)}>${spoken(of)}</span>`;

/** A decimal text, thousands apart; a dash for none. */
export const number = (text) => (text === null || text === undefined || text === "" ? "–" : grouped(String(text)));

export const Side = ({ of }) => html`<span class=${of === "BUY" ? "buy" : "sell"}>${of === "BUY" ? "Buy" : "Sell"}</span>`;

const look = ({ number: isNumber, wide }) => [isNumber && "number", wide && "wide"].filter(Boolean).join(" ");

/**
 * A table of fixed columns: `columns` are { head, width (any CSS length), number, wide (not on a phone), cell(row), title(row) }. With `choose` its rows can be
 * chosen, by keyboard too; `chosen` is the key of the chosen one.
 */
export function Table({ columns, rows, rowKey = (row) => row.id, choose, chosen, empty = "Nothing here", least = "0", over, caption }) {
  const shown = columns.filter(Boolean);
  return html`<div class="scroll live" style=${{ "--least": least }}>
    <table class="data" aria-label=${caption}>
      <colgroup>${shown.map((each) => html`<col class=${each.wide ? "wide" : ""} style=${{ width: each.width ?? "auto" }} />`)}</colgroup>
      <thead><tr>${shown.map((each) => html`<th scope="col" class=${look(each)}>${each.head}</th>`)}</tr></thead>
      <tbody>${rows.map((row) => {
        const key = rowKey(row);
        const choosing = choose
          ? {
              tabindex: 0,
              "aria-selected": String(chosen === key),
              onClick: () => choose(row),
              onKeyDown: (event) => {
                if (event.target === event.currentTarget && (event.key === "Enter" || event.key === " ")) {
                  event.preventDefault();
                  choose(row);
                }
              },
            }
          : {};
        return html`<tr key=${key} data-key=${key} class=${over?.(row) ? "over" : ""} ...${choosing}>
          ${shown.map((each) => html`<td class=${look(each)} title=${each.title?.(row) ?? ""}>${each.cell(row)}</td>`)}
        </tr>`;
      })}</tbody>
    </table>
    ${rows.length === 0 && html`<p class="empty">${empty}</p>`}
  </div>`;
}

/** A choice of few, as buttons. */
export const Tabs = ({ of, chosen, choose, label }) => html`<div class="tabs" role="group" aria-label=${label}>
  ${Object.entries(of).map(
    ([key, text]) => html`<button type="button" key=${key} data-tab=${key} aria-pressed=${String(key === chosen)} onClick=${() => choose(key)}>${text}</button>`,
  )}
</div>`;

/** How much of a limit is used, both decimal texts or numbers; no limit is a dash. */
export function Usage({ used, limit }) {
  if (limit === null || limit === undefined) {
    return html`<span class="usage"><span class="track"></span><span class="of">no limit</span></span>`;
  }
  const share = Number(limit) > 0 ? Math.min(1, Math.abs(Number(used)) / Number(limit)) : 1;
  const level = share >= 0.95 ? "bad" : share >= 0.8 ? "warn" : "good";
  return html`<span class="usage"><span class="track"><span class="fill" data-tone=${level} style=${{ width: `${share * 100}%`, display: "block" }}></span></span><span class="of">${(share * 100).toFixed(share < 0.1 ? 1 : 0)} %</span></span>`;
}

/** A labelled input of a filter or a form. */
export const Field = ({ label, children }) => html`<label class="field"><span>${label}</span>${children}</label>`;

export const Select = ({ name, value, of, change, any, ...rest }) => html`<select name=${name} value=${value} onChange=${(event) => change?.(event.target.value)} ...${rest}>
  ${any && html`<option value="">${any}</option>`}
  ${of.map((each) => (Array.isArray(each) ? html`<option value=${each[0]} selected=${each[0] === value}>${each[1]}</option>` : html`<option value=${each} selected=${each === value}>${spoken(each)}</option>`))}
</select>`;

/** A line that goes away by itself. */
export function toast(text, mood = "plain") {
  const line = document.createElement("div");
  line.className = "toast";
  line.dataset.tone = mood;
  line.textContent = text;
  document.getElementById("toasts").append(line);
  setTimeout(() => line.remove(), mood === "bad" ? 9000 : 5000);
}

/** Does it, and says what came of it. */
export async function attempt(act, done) {
  try {
    const answer = await act();
    if (done) {
      toast(typeof done === "function" ? done(answer) : done, "good");
    }
    return answer;
  } catch (problem) {
    toast(problem.line ?? problem.message, "bad");
    return undefined;
  }
}

/** What `load` gives, loaded anew whenever one of `by` changes and every `everyMillis`; { value, problem, again }. */
export function useLoaded(load, by, everyMillis = 0) {
  const [state, setState] = useState({ value: null, problem: null });
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    const run = () =>
      load().then(
        (value) => current && setState({ value, problem: null }),
        (problem) => current && setState((before) => ({ value: before.value, problem })),
      );
    run();
    const timer = everyMillis ? setInterval(run, everyMillis) : 0;
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [...by, turn]);
  return { ...state, again: () => setTurn((before) => before + 1) };
}

/** Pages of a REST list: { items, problem, hasMore, more, again }. `path` null waits. */
export function usePaged(path, getPage) {
  const [state, setState] = useState({ items: [], cursor: null, problem: null, path: null });
  const [turn, setTurn] = useState(0);
  const load = async (cursor, before) => {
    try {
      const answer = await getPage(path + (cursor ? (path.includes("?") ? "&" : "?") + "cursor=" + encodeURIComponent(cursor) : ""));
      return { items: [...before, ...answer.items], cursor: answer.nextCursor, problem: null, path };
    } catch (problem) {
      return { items: before, cursor: null, problem, path };
    }
  };
  useEffect(() => {
    let current = true;
    if (path) {
      load(null, []).then((next) => current && setState(next));
    }
    return () => {
      current = false;
    };
  }, [path, turn]);
  return {
    ...state,
    hasMore: Boolean(state.cursor),
    more: async () => setState(await load(state.cursor, state.items)),
    again: () => setTurn((before) => before + 1),
  };
}

/** The foot of a paged list. */
export const More = ({ of }) =>
  (of.hasMore || of.problem) &&
  html`<div class="more">${of.problem ? html`<span class="fault" role="alert">${of.problem.line ?? of.problem.message}</span>` : html`<button type="button" class="act small" onClick=${of.more}>Older</button>`}<span>${of.items.length.toLocaleString("en")} shown</span></div>`;
