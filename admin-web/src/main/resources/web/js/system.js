import { get, post } from "./api.js";
import { ask } from "./dialog.js";
import { live } from "./live.js";
import { paintSoon } from "./paint.js";
import { Series } from "./series.js";
import { mayOperate } from "./session.js";
import { shell } from "./shell.js";
import { html, number, render, Table, toast, Usage, useEffect, useLoaded, useRef, Word } from "./ui.js";
import { bytes, duration } from "./words.js";

const root = document.getElementById("main");
const who = await shell();
let now = null; // the newest figures
const charts = {};

if (mayOperate(who)) {
  live.subscribe({ channel: "system" }, (frame) => {
    if (frame.type === "system") {
      now = frame.data;
      const at = Date.parse(now.at) / 1000;
      const latency = (channel) => now.latency.find((each) => each.channel === channel);
      charts.throughput?.add(at, [now.ordersPerSecond, now.tradesPerSecond, now.eventsPerSecond]);
      charts.latency?.add(at, ["p50Micros", "p99Micros", "p999Micros"].map((name) => latency("FIX")?.[name] ?? latency("REST")?.[name] ?? null));
      charts.lag?.add(at, [now.outboxEvents, now.projectorLagMillis]);
      charts.memory?.add(at, [now.heapBytes / 1e6]);
      paintSoon(paint);
    }
  });
}

function paint() {
  render(html`<${Page} tick=${{}} />`, root);
}

const whole = (value) => (value === null || value === undefined ? "–" : Math.round(value).toLocaleString("en"));

/** Microseconds as people read them. */
function micros(value) {
  if (value === null || value === undefined) {
    return "–";
  }
  return value < 1000 ? `${Math.round(value)} µs` : value < 1e6 ? `${(value / 1000).toFixed(value < 1e4 ? 2 : 1)} ms` : `${(value / 1e6).toFixed(2)} s`;
}

const CHARTS = {
  throughput: { title: "Throughput", unit: "a second", format: whole, lines: [{ label: "orders", stroke: "--accent" }, { label: "trades", stroke: "--buy" }, { label: "events", stroke: "--faint" }] },
  latency: { title: "Latency of commands", unit: "from reception to report", format: micros, lines: [{ label: "p50", stroke: "--buy" }, { label: "p99", stroke: "--warn" }, { label: "p99.9", stroke: "--sell" }] },
  lag: { title: "Waiting for the database", unit: "", format: whole, lines: [{ label: "events", stroke: "--accent" }, { label: "lag, ms", stroke: "--warn" }] },
  memory: { title: "Heap", unit: "MB", format: whole, lines: [{ label: "used", stroke: "--accent" }] },
};

function Chart({ name }) {
  const holder = useRef(null);
  const { title, unit, lines, format } = CHARTS[name];
  useEffect(() => {
    charts[name] = new Series(holder.current, lines, format);
  }, []);
  return html`<section class="panel" aria-label=${title}><header><h2>${title}</h2><span class="unit">${lines.map((each) => html`<span class="key"><i style=${{ background: `var(${each.stroke})` }}></i>${each.label}</span>`)} ${unit}</span></header>
    <div class="live series" ref=${holder} role="img" aria-label=${`${title} over time`}></div></section>`;
}

const Tile = ({ name, value, more }) => html`<div class="panel tile"><span>${name}</span><b>${value}</b><small>${more ?? " "}</small></div>`;

function Page() {
  const loaded = useLoaded(() => get("/cluster"), [], 2000);
  const it = loaded.value;
  const snapshot = () =>
    ask({
      title: "Take a snapshot",
      what: "The engine writes its whole state to disk; matching goes on.",
      hits: [`1 member, at event ${number(it.eventSequence)}`],
      reason: true,
      button: "Take it",
      act: async ({ reason }) => {
        const answer = await post("/cluster/snapshots", { reason });
        toast(`Snapshot taken at event ${number(answer.eventSequence)}`, "good");
        loaded.again();
      },
    });
  return html`<div class="heading"><h1>System</h1><span class="lead">${it ? `Log ${it.logId ?? "–"}, ${it.durability}, behaviour ${it.behaviourVersion}` : ""}</span>
      ${mayOperate(who) && html`<button type="button" class="act" id="snapshot" disabled=${!it} onClick=${snapshot}>Take a snapshot…</button>`}</div>
    ${loaded.problem && html`<p class="fault" role="alert">${loaded.problem.line}</p>`}
    <div class="tiles live">
      ${now && html`<${Tile} name="Orders a second" value=${whole(now.ordersPerSecond)} more=${`${whole(now.refusalsPerSecond)} refused`} />
        <${Tile} name="Trades a second" value=${whole(now.tradesPerSecond)} more=${`${whole(now.eventsPerSecond)} events`} />`}
      <${Tile} name="Newest event" value=${number(it?.eventSequence)} more=${it ? `projected ${number(it.projectedSequence)}` : ""} />
      <${Tile} name="Waiting for the database" value=${number(it?.outboxEvents)} more=${it ? `${number(it.projectorLagMillis)} ms behind` : ""} />
      <${Tile} name="Log" value=${bytes(it?.logBytes)} more=${it ? `position ${number(it.logPosition)}` : ""} />
      <${Tile} name="Last snapshot" value=${it?.lastSnapshot ? duration(it.lastSnapshot.ageSeconds) : "none"} more=${it?.lastSnapshot ? `at event ${number(it.lastSnapshot.eventSequence)}` : "since the start"} />
      ${now && html`<${Tile} name="FIX sessions on" value=${whole(now.fixSessions)} more=${`${whole(now.fixQueued)} reports wait`} />
        <${Tile} name="Viewers" value=${whole(now.webSockets)} more="WebSockets open" />`}
    </div>
    ${mayOperate(who) && html`<div class="split">${Object.keys(CHARTS).map((name) => html`<${Chart} key=${name} name=${name} />`)}</div>`}
    <div class="side-by-side">
      <section class="panel" aria-label="Members"><header><h2>Members</h2></header>
        <${Table} caption="Members" rows=${it?.members ?? []} least="460px" columns=${[
          { head: "No.", width: "54px", cell: (each) => each.id },
          { head: "Role", width: "110px", cell: (each) => html`<${Word} of=${each.role} />` },
          { head: "Alive", width: "70px", cell: (each) => (each.alive ? "yes" : html`<span class="sell">no</span>`) },
          { head: "Address", cell: (each) => html`<span class="muted">${each.endpoint ?? "this process"}</span>` },
          { head: "Log position", width: "140px", number: true, cell: (each) => number(each.logPosition) },
        ]} />
        <dl class="facts">
          <div><dt>Outbox, of ${number(it?.outboxLimit)}</dt><dd><${Usage} used=${it?.outboxEvents ?? 0} limit=${it?.outboxLimit ?? 1} /></dd></div>
          <div><dt>Committed</dt><dd>${number(it?.commitPosition)}</dd></div>
          ${now && html`<div><dt>Heap, of ${bytes(now.heapLimitBytes)}</dt><dd><${Usage} used=${now.heapBytes} limit=${now.heapLimitBytes} /></dd></div>
            <div><dt>Processor</dt><dd>${now.processorPercent.toFixed(0)} %</dd></div><div><dt>Collecting garbage</dt><dd>${now.gcMillisPerSecond.toFixed(1)} ms/s</dd></div><div><dt>Up for</dt><dd>${duration(now.uptimeSeconds)}</dd></div>`}
        </dl></section>
      ${now && html`<section class="panel" aria-label="Latency"><header><h2>Latency</h2><span class="unit">last 10 s</span></header>
        <${Table} caption="Latency" rowKey=${(each) => each.channel} rows=${now.latency} least="420px" empty="No command yet" columns=${[
          { head: "Channel", width: "84px", cell: (each) => html`<b>${each.channel}</b>` },
          { head: "A second", number: true, cell: (each) => whole(each.perSecond) },
          { head: "p50", number: true, cell: (each) => micros(each.p50Micros) },
          { head: "p90", number: true, cell: (each) => micros(each.p90Micros) },
          { head: "p99", number: true, cell: (each) => micros(each.p99Micros) },
          { head: "p99.9", number: true, cell: (each) => micros(each.p999Micros) },
          { head: "Most", number: true, cell: (each) => micros(each.maxMicros) },
        ]} /></section>`}
    </div>`;
}

root.replaceChildren();
paint();
