import { get, query, saveCsv } from "./api.js";
import { bustTrade, cancelAll, cancelOrder, correctTrade, executionColumns, orderColumns, replaceOrder, tradeColumns } from "./blotter.js";
import { live } from "./live.js";
import { OwnOrders } from "./own-orders.js";
import { paintSoon } from "./paint.js";
import { isStaff, isTrader, mayOperate } from "./session.js";
import { shell } from "./shell.js";
import { attempt, Field, html, More, render, Select, Table, Tabs, useEffect, useLoaded, usePaged, useState } from "./ui.js";

const TABS = { open: "Open orders", all: "All orders", executions: "Executions", trades: "Trades" };
const STATUSES = ["NEW", "PARTIALLY_FILLED", "FILLED", "CANCELED", "REJECTED", "EXPIRED"];
const KINDS = ["NEW", "TRADE", "CANCELED", "REPLACED", "REJECTED", "EXPIRED", "RESTATED", "TRIGGERED", "TRADE_CORRECT", "TRADE_CANCEL"];
const SHOWN = 500;
const NO_FILTERS = { account: "", symbol: "", side: "", status: "", execType: "", clientOrderId: "", orderId: "", from: "", to: "" };
const OF_TAB = {
  open: ["account", "symbol", "side", "clientOrderId"],
  all: ["account", "symbol", "side", "status", "clientOrderId", "from", "to"],
  executions: ["account", "symbol", "execType", "orderId", "clientOrderId", "from", "to"],
  trades: ["account", "symbol", "orderId", "from", "to"],
};

const root = document.getElementById("main");
root.classList.add("fills");
const heard = { open: null, executions: new Map() };

const who = await shell();
heard.open = new OwnOrders(() => paintSoon(paint));
let newest = null;
live.subscribe(
  () => ({ channel: "executions", ...(newest === null ? {} : { afterEventSequence: newest }) }),
  (frame) => {
    if (frame.type === "execution") {
      newest = frame.data.eventSequence;
      heard.executions.set(frame.data.id, frame.data);
      if (heard.executions.size > SHOWN) {
        heard.executions.delete(heard.executions.keys().next().value);
      }
      paintSoon(paint);
    }
  },
);

function paint() {
  render(html`<${Page} tick=${{}} />`, root);
}

const fits = (filters, names) => (row) => names.every((name) => !filters[name] || row[name] === filters[name]);

function Page() {
  const [tab, setTab] = useState(location.hash.slice(1) in TABS ? location.hash.slice(1) : "open");
  const [filters, setFilters] = useState(NO_FILTERS);
  useEffect(() => {
    const follow = () => location.hash.slice(1) in TABS && setTab(location.hash.slice(1));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const names = OF_TAB[tab];
  const set = (change) => setFilters((before) => ({ ...before, ...change }));
  const instruments = useLoaded(() => get("/instruments?limit=1000"), []);
  const accounts = useLoaded(() => get("/accounts?limit=1000"), []);
  const given = Object.fromEntries(
    names.filter((name) => filters[name]).map((name) => [name, name === "from" || name === "to" ? new Date(filters[name] + "Z").toISOString() : filters[name].trim()]),
  );
  const path = { open: "/orders", all: "/orders", executions: "/executions", trades: "/trades" }[tab];
  const csv = () => attempt(() => saveCsv(path + query({ ...given, ...(tab === "open" ? { open: "true" } : {}) }), `${tab === "open" || tab === "all" ? "orders" : tab}.csv`));
  const choose = (next) => {
    history.replaceState(null, "", "#" + next);
    setTab(next);
  };
  const text = (name, label) => html`<${Field} label=${label}><input name=${name} autocomplete="off" spellcheck="false" value=${filters[name]} onChange=${(event) => set({ [name]: event.target.value })} /></${Field}>`;
  const controls = {
    account: html`<${Field} label="Account"><${Select} name="account" value=${filters.account} any="All" of=${(accounts.value?.items ?? []).map((each) => [each.id, each.id])} change=${(account) => set({ account })} /></${Field}>`,
    symbol: html`<${Field} label="Symbol"><${Select} name="symbol" value=${filters.symbol} any="All" of=${(instruments.value?.items ?? []).map((each) => [each.symbol, each.symbol])} change=${(symbol) => set({ symbol })} /></${Field}>`,
    side: html`<${Field} label="Side"><${Select} name="side" value=${filters.side} any="Both" of=${["BUY", "SELL"]} change=${(side) => set({ side })} /></${Field}>`,
    status: html`<${Field} label="Status"><${Select} name="status" value=${filters.status} any="Any" of=${STATUSES} change=${(status) => set({ status })} /></${Field}>`,
    execType: html`<${Field} label="What"><${Select} name="execType" value=${filters.execType} any="Anything" of=${KINDS} change=${(execType) => set({ execType })} /></${Field}>`,
    clientOrderId: text("clientOrderId", "Client's id"),
    orderId: text("orderId", "Order"),
    from: html`<${Field} label="From, UTC"><input type="datetime-local" name="from" value=${filters.from} onChange=${(event) => set({ from: event.target.value })} /></${Field}>`,
    to: html`<${Field} label="To, UTC"><input type="datetime-local" name="to" value=${filters.to} onChange=${(event) => set({ to: event.target.value })} /></${Field}>`,
  };
  const isFiltered = names.some((name) => filters[name]);
  return html`<div class="heading">
      <h1>Orders & executions</h1>
      <span class="lead"></span>
      <${Tabs} of=${TABS} chosen=${tab} choose=${choose} label="What to show" />
    </div>
    <section class="panel grows" aria-label=${TABS[tab]}>
      <header><h2>${TABS[tab]}</h2><div class="acts">
        ${isFiltered && html`<button type="button" class="act small quiet" onClick=${() => setFilters(NO_FILTERS)}>Clear the filters</button>`}
        <button type="button" class="act small" id="export" onClick=${csv}>Export CSV</button>
        ${tab === "open" && (isTrader(who) || mayOperate(who)) && html`<${CancelShown} filters=${given} />`}
      </div></header>
      <div class="filters">${names.map((name) => controls[name])}</div>
      ${tab === "open" && html`<${Open} filters=${given} />`}
      ${tab === "all" && html`<${All} given=${given} />`}
      ${tab === "executions" && html`<${Executions} given=${given} />`}
      ${tab === "trades" && html`<${Trades} given=${given} />`}
    </section>`;
}

function openRows(filters) {
  return [...heard.open.orders.values()].filter(fits(filters, OF_TAB.open)).sort((a, b) => Number(BigInt(b.id) - BigInt(a.id)));
}

function CancelShown({ filters }) {
  const rows = openRows(filters);
  return html`<button type="button" class="act small danger" id="cancel-shown" disabled=${rows.length === 0} onClick=${() => cancelAll(filters, rows, isStaff(who))}>${Object.keys(filters).length ? "Cancel these…" : "Cancel all…"}</button>`;
}

function acts(each) {
  if (each.leavesQuantity === "0" || !["NEW", "PARTIALLY_FILLED"].includes(each.status) || !(isTrader(who) || mayOperate(who))) {
    return "";
  }
  return html`<span class="row-acts">
    ${isTrader(who) && html`<button type="button" class="act small" aria-label=${`Replace order ${each.id}`} onClick=${() => replaceOrder(each)}>Replace</button>`}
    <button type="button" class="act small danger" aria-label=${`Cancel order ${each.id}`} onClick=${() => cancelOrder(each, isStaff(who))}>Cancel</button>
  </span>`;
}

function Open({ filters }) {
  const rows = openRows(filters);
  return html`<${Table} caption="Open orders" columns=${orderColumns(acts, isTrader(who) ? "136px" : "76px")} rows=${rows.slice(0, SHOWN)} least="360px" empty="No open order" />
    <div class="more"><span id="open-count">${rows.length.toLocaleString("en")} open${rows.length > SHOWN ? `, the newest ${SHOWN} shown` : ""}</span></div>`;
}

/** The history, and anew shortly after something happens while only the first page is shown. */
function useFresh(path) {
  const paged = usePaged(path, get);
  const [at, setAt] = useState(heard.executions.size && newest);
  useEffect(() => {
    if (newest !== at) {
      const timer = setTimeout(() => {
        setAt(newest);
        if (paged.items.length <= 100) {
          paged.again();
        }
      }, 700);
      return () => clearTimeout(timer);
    }
    return undefined;
  }, [newest]);
  return paged;
}

function All({ given }) {
  const paged = useFresh("/orders" + query(given));
  return html`<${Table} caption="All orders" columns=${orderColumns(acts, isTrader(who) ? "136px" : "76px")} rows=${paged.items} least="360px" empty=${paged.problem ? "" : "No order"} over=${(each) => each.status === "REJECTED"} /><${More} of=${paged} />`;
}

function Executions({ given }) {
  const paged = usePaged("/executions" + query(given), get);
  const rows = new Map(paged.items.map((each) => [each.id, each]));
  if (!given.from && !given.to) {
    [...heard.executions.values()].filter(fits(given, ["account", "symbol", "execType", "orderId", "clientOrderId"])).forEach((each) => rows.set(each.id, each));
  }
  const sorted = [...rows.values()].sort((a, b) => b.eventSequence - a.eventSequence);
  return html`<${Table} caption="Executions" columns=${executionColumns()} rows=${sorted} least="480px" empty=${paged.problem ? "" : "No report"} /><${More} of=${paged} />`;
}

function Trades({ given }) {
  const paged = useFresh("/trades" + query(given));
  const act = (each) =>
    each.status === "BUSTED"
      ? ""
      : html`<span class="row-acts"><button type="button" class="act small" aria-label=${`Correct trade ${each.id}`} onClick=${() => correctTrade(each, paged.again)}>Correct</button><button type="button" class="act small danger" aria-label=${`Bust trade ${each.id}`} onClick=${() => bustTrade(each, paged.again)}>Bust</button></span>`;
  return html`<${Table} caption="Trades" columns=${tradeColumns(mayOperate(who) && act)} rows=${paged.items} least="480px" empty=${paged.problem ? "" : "No trade"} over=${(each) => each.status === "BUSTED"} /><${More} of=${paged} />`;
}

root.replaceChildren();
paint();
