import { html, render, useEffect, useRef, useState } from "./ui.js";

/**
 * Asks once before something is done. `hits` are lines that say what it will hit, with counts; a promise of them may be given, they
 * are counted while the dialog is open. `reason`: a reason must be given. `fields(values, set)` draws further inputs; what `act` throws is
 * shown, and the dialog stays. Gives what `act` gave, or undefined when it was put away.
 */
export function ask({ title, what, hits, danger = false, reason = false, values: first = {}, fields, button = "Confirm", act }) {
  const root = document.createElement("div");
  document.body.append(root);
  const back = document.activeElement;
  return new Promise((resolve) => {
    const close = (answer) => {
      render(null, root);
      root.remove();
      back?.focus?.();
      resolve(answer);
    };
    render(html`<${Dialog} ...${{ title, what, hits, danger, reason, first, fields, button, act, close }} />`, root);
  });
}

function Dialog({ title, what, hits, danger, reason, first, fields, button, act, close }) {
  const dialog = useRef(null);
  const [values, setValues] = useState(first);
  const [fault, setFault] = useState("");
  const [busy, setBusy] = useState(false);
  const [lines, setLines] = useState(Array.isArray(hits) || !hits ? hits : null);
  useEffect(() => {
    dialog.current.showModal();
    if (hits && !Array.isArray(hits)) {
      Promise.resolve(typeof hits === "function" ? hits() : hits).then(setLines, () => setLines(["What it hits cannot be counted now."]));
    }
  }, []);
  const set = (change) => setValues((before) => ({ ...before, ...change }));
  const submit = async (event) => {
    event.preventDefault();
    if (reason && !values.reason?.trim()) {
      setFault("Give a reason: it is kept in the audit.");
      return;
    }
    setBusy(true);
    setFault("");
    try {
      close((await act(values)) ?? true);
    } catch (problem) {
      setFault(problem.line ?? problem.message);
      setBusy(false);
    }
  };
  return html`<dialog ref=${dialog} aria-labelledby="dialog-title" onCancel=${(event) => {
    event.preventDefault();
    close(undefined);
  }}>
    <form method="dialog" onSubmit=${submit} novalidate>
      <h2 id="dialog-title">${title}</h2>
      ${what && html`<p class="what">${what}</p>`}
      ${hits && html`<div class=${danger ? "hits danger" : "hits"} role="status">${(lines ?? ["Counting what it will hit…"]).map((line) => html`<span>${line}</span>`)}</div>`}
      ${fields?.(values, set)}
      ${reason && html`<label class="field"><span>Reason, kept in the audit</span><input name="reason" maxlength="256" autocomplete="off" value=${values.reason ?? ""} onInput=${(event) => set({ reason: event.target.value })} /></label>`}
      ${fault && html`<p class="fault" role="alert">${fault}</p>`}
      <footer>
        <button type="button" class="act" onClick=${() => close(undefined)}>Leave it</button>
        <button type="submit" class=${danger ? "act primary danger" : "act primary"} disabled=${busy || (hits && lines === null)}>${button}</button>
      </footer>
    </form>
  </dialog>`;
}
