import { get, patch, put } from "./api.js";
import { ask } from "./dialog.js";
import { live } from "./live.js";
import { paintSoon } from "./paint.js";
import { isAdmin, mayOperate } from "./session.js";
import { shell } from "./shell.js";
import { html, number, render, Select, Table, toast, useLoaded, useState, Word } from "./ui.js";
import { AUCTIONS, counted, PHASES, spoken, utc, when } from "./words.js";

const ALL = "*";
const UNTIL = new Set([...AUCTIONS, "HALTED", "CANCEL_ONLY"]);
const EDITED = {
  staticCollarPercent: "Static collar, %",
  dynamicCollarPercent: "Dynamic collar, %",
  protectionPercent: "Market order protection, %",
  volatilityAuctionSeconds: "Volatility auction, s",
  minQuantity: "Least quantity",
  maxQuantity: "Greatest quantity",
  maxNotional: "Greatest value",
  makerFeeBp: "Maker fee, bp",
  takerFeeBp: "Taker fee, bp",
};

const root = document.getElementById("main");
const who = await shell();
const phases = new Map();
const tickers = new Map();
live.subscribe({ channel: "phases" }, (frame) => {
  if (frame.type === "phase") {
    phases.set(frame.symbol, frame.data);
    paintSoon(paint);
  }
});
live.subscribe({ channel: "ticker" }, (frame) => {
  if (frame.type === "ticker") {
    tickers.set(frame.symbol, frame.data);
    paintSoon(paint);
  }
});

function paint() {
  render(html`<${Page} tick=${{}} />`, root);
}

const openOrders = async (symbol) => (await get(`/orders?open=true&limit=1000${symbol === ALL ? "" : `&symbol=${encodeURIComponent(symbol)}`}`)).items;

/** Lines that say what a phase will hit. */
async function hits(symbol, phase) {
  const orders = await openOrders(symbol);
  const count = orders.length >= 1000 ? "1,000 or more open orders" : counted(orders.length, "open order");
  const accounts = new Set(orders.map((each) => each.account)).size;
  const day = orders.filter((each) => each.timeInForce === "DAY").length;
  const lines = [`${symbol === ALL ? counted(phases.size, "instrument") : "1 instrument"}, with ${count} of ${counted(accounts, "account")}`];
  if (phase === "CLOSED" && day > 0) {
    lines.push(`${counted(day, "day order")} will expire.`);
  }
  return lines;
}

/** Local time some minutes from now, as a form wants it. */
function soon(minutes) {
  const at = new Date(Date.now() + minutes * 60_000);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}

function setPhase(symbol, phase) {
  const name = symbol === ALL ? "all instruments" : symbol;
  return ask({
    title: `${spoken(phase)}: ${name}`,
    what: PHASES[phase],
    hits: () => hits(symbol, phase),
    danger: phase !== "CONTINUOUS",
    reason: true,
    values: { until: AUCTIONS.includes(phase) ? soon(5) : "" },
    fields: (values, set) =>
      UNTIL.has(phase) &&
      html`<label class="field"><span>${AUCTIONS.includes(phase) ? "Ends at" : "Until, if it ends by itself"} (your time)</span><input type="datetime-local" step="1" name="until" value=${values.until} onInput=${(event) => set({ until: event.target.value })} /></label>`,
    button: phase === "CONTINUOUS" ? "Resume trading" : `Set ${spoken(phase).toLowerCase()}`,
    act: async ({ reason, until }) => {
      await put(`/instruments/${encodeURIComponent(symbol)}/phase`, { phase, reason, ...(until ? { until: utc(until) } : {}) });
      toast(`${name}: ${spoken(phase).toLowerCase()}`, "good");
    },
  });
}

function edit(instrument, again) {
  return ask({
    title: `Change ${instrument.symbol}`,
    what: "New limits bind new and replaced orders; what rests stays.",
    reason: true,
    values: Object.fromEntries(Object.keys(EDITED).map((name) => [name, instrument[name] === null ? "" : String(instrument[name])])),
    fields: (values, set) => html`<div class="grid">${Object.entries(EDITED).map(
      ([name, label]) => html`<label class="field"><span>${label}</span><input name=${name} inputmode="decimal" value=${values[name]} onInput=${(event) => set({ [name]: event.target.value })} /></label>`,
    )}</div>`,
    button: "Change it",
    act: async (values) => {
      const body = { reason: values.reason };
      for (const name of Object.keys(EDITED)) {
        const before = instrument[name] === null ? "" : String(instrument[name]);
        if (values[name] !== before) {
          body[name] = values[name] === "" ? null : name === "volatilityAuctionSeconds" ? Number(values[name]) : values[name].trim();
        }
      }
      await patch(`/instruments/${encodeURIComponent(instrument.symbol)}`, body);
      toast(`${instrument.symbol} changed`, "good");
      again();
    },
  });
}

function Page() {
  const instruments = useLoaded(() => get("/instruments?limit=1000"), []);
  const [chosen, setChosen] = useState(null);
  const rows = (instruments.value?.items ?? []).map((each) => ({ ...each, ...phases.get(each.symbol), now: tickers.get(each.symbol) }));
  const shown = rows.find((each) => each.symbol === chosen) ?? rows[0];
  return html`<div class="heading"><h1>Instruments</h1><span class="lead">Phases, collars and schedules.</span>
      ${mayOperate(who) && html`<div class="acts" role="group" aria-label="All instruments">
        <button type="button" class="act danger" id="halt-all" onClick=${() => setPhase(ALL, "HALTED")}>Halt all…</button>
        <button type="button" class="act" id="resume-all" onClick=${() => setPhase(ALL, "CONTINUOUS")}>Resume all…</button></div>`}
    </div>
    <section class="panel" aria-label="Instruments"><${Table} caption="Instruments" columns=${columns} rows=${rows} rowKey=${(each) => each.symbol} least="500px" choose=${(each) => setChosen(each.symbol)} chosen=${shown?.symbol} empty=${instruments.problem ? instruments.problem.line : "No instrument"} /></section>
    ${shown && html`<div class="side-by-side">
      <${Detail} of=${shown} again=${instruments.again} />
      <${Schedule} symbol=${shown.symbol} key=${shown.symbol} />
    </div>`}`;
}

const percent = (value) => (value === null || value === undefined ? "–" : `${value} %`);
const columns = [
  { head: "Symbol", width: "96px", cell: (each) => html`<b>${each.symbol}</b>` },
  { head: "Phase", width: "160px", cell: (each) => html`<${Word} of=${each.enabled ? each.phase : "DISABLED"} />` },
  { head: "Since, UTC", wide: true, width: "128px", cell: (each) => html`<span class="muted">${when(each.since)}</span>` },
  { head: "Set by", wide: true, width: "92px", cell: (each) => each.setBy ?? "–" },
  { head: "Reason", wide: true, cell: (each) => html`<span class="muted">${each.reason ?? ""}</span>`, title: (each) => each.reason ?? "" },
  { head: "Until", wide: true, width: "110px", cell: (each) => when(each.until) },
  { head: "Next", wide: true, width: "150px", cell: (each) => (each.nextPhase ? `${spoken(each.nextPhase)} ${when(each.nextPhaseAt)}` : "–") },
  { head: "Last", width: "96px", number: true, cell: (each) => number(each.now?.last) },
  { head: "Reference", wide: true, width: "96px", number: true, cell: (each) => number(each.now?.referencePrice ?? each.referencePrice) },
  { head: "Collar", width: "176px", number: true, cell: (each) => (each.now?.lowerCollar ? `${number(each.now.lowerCollar)} – ${number(each.now.upperCollar)}` : "–") },
];

function Detail({ of: it, again }) {
  const facts = [
    ["Base / quote", `${it.base} / ${it.quote}`],
    ["Tick, lot", `${it.tickSize}, ${it.lotSize}`],
    ["Quantity", `${number(it.minQuantity)} to ${number(it.maxQuantity)}`],
    ["Greatest value", it.maxNotional ? `${number(it.maxNotional)} ${it.quote}` : "no limit"],
    ["Static collar", percent(it.staticCollarPercent)],
    ["Dynamic collar", percent(it.dynamicCollarPercent)],
    ["Protection of market orders", percent(it.protectionPercent)],
    ["Volatility auction", `${it.volatilityAuctionSeconds} s`],
    ["Maker fee, taker fee", `${it.makerFeeBp} bp, ${it.takerFeeBp} bp`],
    ["Self-trade prevention", spoken(it.selfTradePreventionDefault)],
    ["Indicative", it.indicativePrice ? `${number(it.indicativeQuantity)} at ${number(it.indicativePrice)}` : "–"],
    ["Surplus", it.surplusSide ? `${number(it.surplusQuantity)} to ${it.surplusSide.toLowerCase()}` : "–"],
  ];
  const [phase, setPhaseWord] = useState("");
  return html`<section class="panel" aria-label=${it.symbol}>
    <header><h2>${it.symbol}</h2>${mayOperate(who) && html`<div class="acts">
      ${it.phase === "CONTINUOUS" ? html`<button type="button" class="act small danger" id="halt" onClick=${() => setPhase(it.symbol, "HALTED")}>Halt…</button>` : html`<button type="button" class="act small" id="resume" onClick=${() => setPhase(it.symbol, "CONTINUOUS")}>Resume…</button>`}
      <${Select} name="phase" aria-label="Another phase" value=${phase} any="Other phase…" of=${Object.keys(PHASES).filter((each) => each !== it.phase)} change=${(next) => {
        setPhaseWord("");
        if (next) {
          setPhase(it.symbol, next);
        }
      }} style=${{ height: "22px", width: "128px", fontSize: "12px", padding: "0 4px" }} />
      ${isAdmin(who) && html`<button type="button" class="act small" onClick=${() => edit(it, again)}>Change…</button>`}
    </div>`}</header>
    <dl class="facts live">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
  </section>`;
}

function Schedule({ symbol }) {
  const path = `/instruments/${encodeURIComponent(symbol)}/schedule`;
  const schedule = useLoaded(() => get(path), [symbol]);
  const it = schedule.value;
  const days = it?.days ?? [];
  const change = () =>
    ask({
      title: `Schedule of ${symbol}`,
      what: "The whole schedule, in force from its next change. Each line: days, time, phase; for example MON,TUE 09:00:00 CONTINUOUS",
      reason: true,
      values: {
        timeZone: it?.timeZone ?? "UTC",
        holidays: (it?.holidays ?? []).join(", "),
        lines: days.flatMap((each) => each.changes.map((one) => `${each.days.join(",")} ${one.time} ${one.phase}`)).join("\n"),
      },
      fields: (values, set) => html`<div class="grid">
          <label class="field"><span>Time zone</span><input name="timeZone" value=${values.timeZone} onInput=${(event) => set({ timeZone: event.target.value })} /></label>
          <label class="field"><span>Holidays</span><input name="holidays" placeholder="2026-12-25" value=${values.holidays} onInput=${(event) => set({ holidays: event.target.value })} /></label>
        </div>
        <label class="field"><span>Changes</span><textarea class="code" name="lines" rows="7" value=${values.lines} onInput=${(event) => set({ lines: event.target.value })}></textarea></label>`,
      button: "Set the schedule",
      act: async ({ timeZone, holidays, lines, reason }) => {
        await put(path, { timeZone, holidays: holidays.split(/[\s,]+/).filter(Boolean), days: parse(lines), reason });
        toast(`Schedule of ${symbol} set`, "good");
        schedule.again();
      },
    });
  return html`<section class="panel" aria-label="Schedule"><header><h2>Schedule</h2><span class="unit">${it?.timeZone ?? ""}</span>${isAdmin(who) && it && html`<button type="button" class="act small" onClick=${change}>Change…</button>`}</header>
    ${days.length === 0 ? html`<p class="empty">${schedule.problem ? schedule.problem.line : it ? "None: open round the clock." : "Loading…"}</p>` : html`<${Table} caption="Schedule" rowKey=${(each) => each.key} rows=${days.flatMap((each, i) => each.changes.map((one, j) => ({ ...one, days: j === 0 ? each.days.map((day) => spoken(day)).join(", ") : "", key: `${i} ${j}` })))} columns=${[
      { head: "Days", cell: (each) => each.days },
      { head: "Time", width: "90px", cell: (each) => each.time },
      { head: "Phase", width: "170px", cell: (each) => html`<${Word} of=${each.phase} />` },
    ]} />`}
    ${it?.holidays?.length > 0 && html`<p class="empty">Holidays: ${it.holidays.join(", ")}</p>`}
  </section>`;
}

/** Lines of "MON,TUE 09:00:00 PHASE" as the days of a schedule. */
function parse(lines) {
  const days = new Map();
  for (const line of lines.split("\n").map((each) => each.trim()).filter(Boolean)) {
    const [names, time, phase] = line.split(/\s+/);
    const list = days.get(names) ?? [];
    list.push({ time: time?.length === 5 ? `${time}:00` : time, phase });
    days.set(names, list);
  }
  return [...days].map(([names, changes]) => ({ days: names.split(","), changes }));
}

root.replaceChildren();
paint();
