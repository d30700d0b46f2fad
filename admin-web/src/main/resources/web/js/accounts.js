import { get, post, put, saveCsv } from "./api.js";
import { ask } from "./dialog.js";
import { live } from "./live.js";
import { OwnOrders } from "./own-orders.js";
import { paintSoon } from "./paint.js";
import { isAdmin, isStaff, mayOperate } from "./session.js";
import { shell } from "./shell.js";
import { attempt, html, More, number, render, Select, Table, toast, Usage, useLoaded, usePaged, useState, Word } from "./ui.js";
import { counted, spoken, when } from "./words.js";

const SCOPES = ["ACCOUNT", "FIRM", "SESSION", "INSTRUMENT", "MARKET"];
const LIMITS = {
  maxOrderQuantity: "Order size",
  maxOrderNotional: "Order value",
  maxOpenOrders: "Open orders",
  maxOpenNotional: "Open value",
  maxPosition: "Position",
  ordersPerSecond: "Orders a second",
  orderBurst: "Orders at once",
};
const WHOLE = new Set(["maxOpenOrders", "ordersPerSecond", "orderBurst"]);

const root = document.getElementById("main");
const who = await shell();
const balances = new Map();
const orders = new OwnOrders(() => paintSoon(paint));
live.subscribe({ channel: "balances" }, (frame) => {
  if (frame.type === "balance") {
    balances.set(`${frame.data.account} ${frame.data.asset}`, frame.data);
    paintSoon(paint);
  }
});

function paint() {
  render(html`<${Page} tick=${{}} />`, root);
}

const openOf = (test) => [...orders.orders.values()].filter(test);

/** Open value of orders, as the venue counts it: what is left times its price. A figure to look at. */
const openValue = (list) => list.reduce((sum, each) => sum + Number(each.leavesQuantity) * Number(each.workingPrice ?? each.price ?? each.stopPrice ?? 0), 0);

function Page() {
  const accounts = useLoaded(() => get("/accounts?limit=1000"), [], 5000);
  const firms = useLoaded(() => get("/participants?limit=1000"), []);
  const rows = accounts.value?.items ?? [];
  const [chosen, setChosen] = useState(decodeURIComponent(location.hash.slice(1)) || null);
  const shown = rows.find((each) => each.id === chosen) ?? rows[0];
  const choose = (id) => {
    history.replaceState(null, "", "#" + encodeURIComponent(id));
    setChosen(id);
  };
  return html`<div class="heading"><h1>Accounts & risk</h1><span class="lead">${isStaff(who) ? "Balances, limits and what stops trading." : "Your accounts."}</span></div>
    ${isStaff(who) && html`<${Switches} accounts=${rows} firms=${firms.value?.items ?? []} changed=${accounts.again} />`}
    <section class="panel" aria-label="Accounts"><header><h2>Accounts</h2><span class="unit">${rows.length}</span></header>
      <${Table} caption="Accounts" columns=${columns} rows=${rows} least="560px" choose=${(each) => choose(each.id)} chosen=${shown?.id} empty=${accounts.problem ? accounts.problem.line : "No account"} />
    </section>
    ${shown && html`<${Detail} of=${shown} key=${shown.id} />`}`;
}

const columns = [
  { head: "Account", width: "112px", cell: (each) => html`<b>${each.id}</b>` },
  { head: "Firm", width: "90px", cell: (each) => each.participant },
  { head: "Type", wide: true, width: "92px", cell: (each) => html`<span class="muted">${spoken(each.type)}</span>` },
  { head: "State", width: "150px", cell: (each) => (each.killSwitches.length ? html`<span class="word" data-tone="bad">Stopped</span>` : html`<${Word} of=${each.enabled ? "ENABLED" : "DISABLED"} />`), title: (each) => (each.killSwitches.length ? `kill switches ${each.killSwitches.join(", ")}` : "") },
  { head: "Open orders", width: "98px", number: true, cell: (each) => openOf((order) => order.account === each.id).length.toLocaleString("en") },
  { head: "Open value", width: "140px", number: true, cell: (each) => openValue(openOf((order) => order.account === each.id)).toLocaleString("en", { maximumFractionDigits: 2 }) },
  { head: "Self-trade prevention", wide: true, cell: (each) => html`<span class="muted">${spoken(each.selfTradePrevention)}</span>` },
  { head: "Fee tier", wide: true, width: "100px", cell: (each) => html`<span class="muted">${each.feeTier}</span>` },
];

// --- kill switches

function covered(scope, target, firms) {
  const firm = firms.find((each) => each.id === target);
  return {
    ACCOUNT: (order) => order.account === target,
    FIRM: (order) => (firm?.accounts ?? []).includes(order.account),
    SESSION: (order) => order.enteredBy === target,
    INSTRUMENT: (order) => order.symbol === target,
    MARKET: () => true,
  }[scope];
}

function Switches({ accounts, firms, changed }) {
  const switches = useLoaded(() => get("/kill-switches?limit=200"), [], 2000);
  const items = switches.value?.items ?? [];
  const engaged = items.filter((each) => each.state === "ENGAGED");
  const [all, setAll] = useState(false);
  const again = () => {
    switches.again();
    changed();
  };
  return html`<section class="panel" aria-label="Kill switches">
    <header><h2>Kill switches</h2><span class="unit">${engaged.length ? `${engaged.length} engaged` : "none engaged"}</span><div class="acts">
      <button type="button" class="act small quiet" aria-pressed=${String(all)} onClick=${() => setAll(!all)}>${all ? "Engaged only" : "All that were"}</button>
      ${mayOperate(who) && html`<button type="button" class="act small danger" id="engage" onClick=${() => engage(accounts, firms, again)}>Engage…</button>`}</div></header>
    ${(all ? items : engaged).length > 0 && html`<${Table} caption="Kill switches" rows=${all ? items : engaged} least="860px" over=${(each) => each.state === "RELEASED"} columns=${[
      { head: "No.", width: "54px", cell: (each) => each.id },
      { head: "Stops", width: "180px", cell: (each) => html`<b>${each.scope === "MARKET" ? "The whole market" : `${spoken(each.scope)} ${each.target}`}</b>` },
      { head: "State", width: "104px", cell: (each) => html`<${Word} of=${each.state} />` },
      { head: "Cancelled", width: "78px", number: true, cell: (each) => number(each.canceledOrders) },
      { head: "Engaged by", width: "96px", cell: (each) => each.engagedBy ?? "–" },
      { head: "At", width: "112px", cell: (each) => html`<span class="muted">${when(each.engagedAt)}</span>` },
      { head: "Reason", cell: (each) => each.reason ?? "", title: (each) => each.reason ?? "" },
      { head: "Released", width: "130px", cell: (each) => (each.releasedBy ? `${each.releasedBy} ${when(each.releasedAt)}` : html`<span class="muted">–</span>`), title: (each) => each.releaseReason ?? "" },
      mayOperate(who) && { head: "", width: "104px", number: true, cell: (each) => (each.state === "ENGAGED" ? html`<button type="button" class="act small" aria-label=${`Release kill switch ${each.id}`} title=${each.engagedBy === who.user ? "Another user must release it" : ""} onClick=${() => release(each, again)}>Release…</button>` : "") },
    ]} />`}
    ${switches.problem && html`<p class="empty fault">${switches.problem.line}</p>`}
  </section>`;
}

async function engage(accounts, firms, again) {
  const [sessions, instruments] = await Promise.all([get("/fix/sessions?limit=1000"), get("/instruments?limit=1000")]).catch(() => [{ items: [] }, { items: [] }]);
  const targets = {
    ACCOUNT: accounts.filter((each) => each.type !== "EXCHANGE").map((each) => each.id),
    FIRM: firms.map((each) => each.id),
    SESSION: sessions.items.map((each) => each.id),
    INSTRUMENT: instruments.items.map((each) => each.symbol),
    MARKET: [],
  };
  return ask({
    title: "Engage a kill switch",
    what: "Every open order it covers is cancelled at once, and nothing new is taken until another user releases it.",
    danger: true,
    reason: true,
    values: { scope: "ACCOUNT", target: targets.ACCOUNT[0] ?? "" },
    fields: ({ scope, target }, set) => {
      const hit = openOf(covered(scope, target, firms));
      return html`<div class="grid">
          <label class="field"><span>Stops</span><${Select} name="scope" value=${scope} of=${SCOPES} change=${(next) => set({ scope: next, target: targets[next][0] ?? "" })} /></label>
          ${scope === "MARKET" ? html`<label class="field"><span>Which</span><input disabled value="everything" /></label>` : html`<label class="field"><span>Which</span><${Select} name="target" value=${target} of=${targets[scope].map((each) => [each, each])} change=${(next) => set({ target: next })} /></label>`}
        </div>
        <div class="hits danger" role="status"><b>${counted(hit.length, "open order")} will be cancelled</b><span>${counted(new Set(hit.map((each) => each.account)).size, "account")}, ${counted(new Set(hit.map((each) => each.symbol)).size, "instrument")}, value ${openValue(hit).toLocaleString("en", { maximumFractionDigits: 2 })}</span></div>`;
    },
    button: "Engage it",
    act: async ({ scope, target, reason }) => {
      const answer = await post("/kill-switches", { scope, reason, ...(scope === "MARKET" ? {} : { target }) });
      toast(`Kill switch ${answer.id} engaged: ${counted(answer.canceledOrders, "order")} cancelled`, "good");
      again();
    },
  });
}

const release = (each, again) =>
  ask({
    title: `Release kill switch ${each.id}`,
    what: "New orders are taken again. What was cancelled does not come back.",
    hits: [`${each.scope === "MARKET" ? "The whole market" : `${spoken(each.scope)} ${each.target}`}, engaged by ${each.engagedBy}: ${each.reason ?? "no reason"}`],
    reason: true,
    button: "Release it",
    act: async ({ reason }) => {
      await post(`/kill-switches/${each.id}/release`, { reason });
      toast(`Kill switch ${each.id} released`, "good");
      again();
    },
  });

// --- one account

function Detail({ of: it }) {
  const held = [...balances.values()].filter((each) => each.account === it.id).sort((a, b) => a.asset.localeCompare(b.asset));
  return html`<div class="side-by-side">
    <div class="stack">
      <section class="panel" aria-label="Balances"><header><h2>Balances of ${it.id}</h2>${isAdmin(who) && it.type !== "EXCHANGE" && html`<div class="acts">
          <button type="button" class="act small" onClick=${() => transfer(it, "deposits", held)}>Deposit…</button>
          <button type="button" class="act small" onClick=${() => transfer(it, "withdrawals", held)}>Withdraw…</button></div>`}</header>
        <${Table} caption="Balances" rowKey=${(each) => each.asset} rows=${held} least="600px" empty="It has never held anything" columns=${[
          { head: "Asset", width: "76px", cell: (each) => html`<b>${each.asset}</b>` },
          { head: "Total", number: true, cell: (each) => number(each.total) },
          { head: "Held for orders", number: true, cell: (each) => number(each.held) },
          { head: "Available", number: true, cell: (each) => html`<span class=${each.available.startsWith("-") ? "sell" : ""}>${number(each.available)}</span>` },
        ]} /></section>
      <${Positions} id=${it.id} />
      <${Ledger} id=${it.id} />
    </div>
    <${Limits} id=${it.id} />
  </div>`;
}

function Positions({ id }) {
  const positions = useLoaded(() => get(`/accounts/${encodeURIComponent(id)}/positions`), [id], 5000);
  const rows = positions.value?.items ?? [];
  return html`<section class="panel" aria-label="Positions"><header><h2>Positions</h2></header>
    <${Table} caption="Positions" rowKey=${(each) => each.symbol} rows=${rows} least="560px" empty=${positions.problem ? positions.problem.line : "Nothing traded"} columns=${[
      { head: "Symbol", width: "90px", cell: (each) => html`<b>${each.symbol}</b>` },
      { head: "Net", number: true, cell: (each) => html`<span class=${each.netQuantity.startsWith("-") ? "sell" : "buy"}>${number(each.netQuantity)}</span>` },
      { head: "Bought", number: true, cell: (each) => number(each.boughtQuantity) },
      { head: "Sold", number: true, cell: (each) => number(each.soldQuantity) },
      { head: "Average", number: true, cell: (each) => number(each.averagePrice) },
      { head: "Open buy", number: true, cell: (each) => number(each.openBuyQuantity) },
      { head: "Open sell", number: true, cell: (each) => number(each.openSellQuantity) },
    ]} /></section>`;
}

function Ledger({ id }) {
  const path = `/accounts/${encodeURIComponent(id)}/ledger`;
  const paged = usePaged(path + "?limit=12", get);
  return html`<section class="panel" aria-label="Ledger"><header><h2>Ledger</h2><div class="acts">
      <button type="button" class="act small quiet" onClick=${paged.again}>Refresh</button>
      <button type="button" class="act small" onClick=${() => attempt(() => saveCsv(path, `ledger-${id}.csv`))}>Export CSV</button></div></header>
    <${Table} caption="Ledger" rows=${paged.items} least="560px" empty=${paged.problem ? "" : "No entry"} columns=${[
      { head: "Time", width: "112px", cell: (each) => html`<span class="muted">${when(each.at)}</span>` },
      { head: "Type", width: "92px", cell: (each) => spoken(each.type) },
      { head: "Change", number: true, cell: (each) => html`<span class=${each.change.startsWith("-") ? "sell" : "buy"}>${number(each.change)}</span> ${each.asset}` },
      { head: "After", number: true, cell: (each) => number(each.balanceAfter) },
      { head: "For", width: "128px", cell: (each) => html`<span class="muted">${each.tradeId ? `trade ${each.tradeId}` : each.reference ?? each.reason ?? ""}</span>`, title: (each) => each.reason ?? "" },
    ]} /><${More} of=${paged} /></section>`;
}

function Limits({ id }) {
  const path = `/accounts/${encodeURIComponent(id)}/limits`;
  const limits = useLoaded(() => get(path), [id], 3000);
  const it = limits.value;
  const used = (name) => ({ maxOpenOrders: it.usage?.openOrders, maxOpenNotional: it.usage?.openNotional })[name];
  const change = () =>
    ask({
      title: `Limits of ${id}`,
      what: "The whole set; empty is no limit. A limit below what is used blocks what would grow it.",
      hits: [`1 account, ${counted(it.usage?.openOrders ?? 0, "open order")}`],
      reason: true,
      values: Object.fromEntries(Object.keys(LIMITS).map((name) => [name, it[name] === null ? "" : String(it[name])])),
      fields: (values, set) => html`<div class="grid">${Object.entries(LIMITS).map(
        ([name, label]) => html`<label class="field"><span>${label}</span><input name=${name} inputmode="decimal" placeholder="no limit" value=${values[name]} onInput=${(event) => set({ [name]: event.target.value })} /></label>`,
      )}</div>`,
      button: "Set them",
      act: async (values) => {
        const body = { reason: values.reason, instruments: it.instruments ?? {} };
        for (const name of Object.keys(LIMITS)) {
          const text = values[name].trim();
          body[name] = text === "" ? null : WHOLE.has(name) ? Number(text) : text;
        }
        await put(path, body);
        toast(`Limits of ${id} set`, "good");
        limits.again();
      },
    });
  return html`<section class="panel" aria-label="Limits"><header><h2>Limits</h2>${isAdmin(who) && it && html`<button type="button" class="act small" id="change-limits" onClick=${change}>Change…</button>`}</header>
    ${it ? html`<${Table} caption="Limits" rowKey=${(each) => each} rows=${Object.keys(LIMITS)} least="540px" columns=${[
      { head: "Limit", cell: (name) => LIMITS[name] },
      { head: "At most", width: "124px", number: true, cell: (name) => (it[name] === null ? html`<span class="muted">–</span>` : number(it[name])) },
      { head: "Used", width: "124px", number: true, cell: (name) => number(used(name) ?? null) },
      { head: "", width: "128px", cell: (name) => (used(name) === undefined ? "" : html`<${Usage} used=${used(name)} limit=${it[name]} />`) },
    ]} />` : html`<p class="empty">${limits.problem ? limits.problem.line : "Loading…"}</p>`}
    ${Object.entries(it?.instruments ?? {}).length > 0 && html`<dl class="facts">${Object.entries(it.instruments).map(([symbol, each]) => html`<div><dt>${symbol}, position at most</dt><dd>${number(each.maxPosition)}</dd></div>`)}</dl>`}
  </section>`;
}

const transfer = (it, kind, held) =>
  ask({
    title: `${kind === "deposits" ? "Deposit to" : "Withdraw from"} ${it.id}`,
    hits: ["1 account, one entry in its ledger"],
    reason: true,
    values: { asset: held[0]?.asset ?? "USD", amount: "" },
    fields: (values, set) => html`<div class="grid">
      <label class="field"><span>Asset</span><input name="asset" value=${values.asset} onInput=${(event) => set({ asset: event.target.value })} /></label>
      <label class="field"><span>Amount</span><input name="amount" inputmode="decimal" value=${values.amount} onInput=${(event) => set({ amount: event.target.value })} /></label></div>
      <label class="field"><span>Reference, so that a repeat does nothing</span><input name="reference" maxlength="64" value=${values.reference ?? ""} onInput=${(event) => set({ reference: event.target.value })} /></label>`,
    button: kind === "deposits" ? "Deposit" : "Withdraw",
    act: async ({ asset, amount, reference, reason }) => {
      await post(`/accounts/${encodeURIComponent(it.id)}/${kind}`, { asset, amount: amount.trim(), reason, ...(reference ? { reference } : {}) });
      toast(`${number(amount)} ${asset} ${kind === "deposits" ? "deposited" : "withdrawn"}`, "good");
    },
  });

root.replaceChildren();
paint();
