import { patch, post, remove } from "./api.js";
import { ask } from "./dialog.js";
import { html, number, Side, toast, Word } from "./ui.js";
import { counted, spoken, when } from "./words.js";

// What the blotter shows of orders, executions and trades, and what can be done to each.

const TYPES = { MARKET_TO_LIMIT: "Mkt to limit", STOP_LIMIT: "Stop limit" };
const time = (text) => html`<span class="muted">${when(text)}</span>`;

/** Columns of orders; `acts(order)` draws the last, if it is given. */
export const orderColumns = (acts, actsWidth = "136px") => [
  { head: "Time", wide: true, width: "104px", cell: (each) => time(each.createdAt), title: (each) => each.createdAt },
  { head: "Order", wide: true, width: "64px", cell: (each) => each.id },
  { head: "Account", wide: true, width: "84px", cell: (each) => each.account },
  { head: "Symbol", width: "80px", cell: (each) => html`<b>${each.symbol}</b>` },
  { head: "Side", width: "50px", cell: (each) => html`<${Side} of=${each.side} />` },
  { head: "Type", wide: true, width: "88px", cell: (each) => TYPES[each.orderType] ?? spoken(each.orderType), title: (each) => `${spoken(each.orderType)}, ${spoken(each.timeInForce)}` },
  { head: "In force", wide: true, width: "62px", cell: (each) => each.timeInForce.replace("AT_THE_", "").slice(0, 7), title: (each) => each.expireTime ?? spoken(each.timeInForce) },
  { head: "Price", width: "84px", number: true, cell: (each) => number(each.workingPrice ?? each.price ?? each.stopPrice), title: (each) => (each.stopPrice ? `stop ${each.stopPrice}` : "") },
  { head: "Quantity", wide: true, width: "78px", number: true, cell: (each) => number(each.quantity) },
  { head: "Filled", wide: true, width: "70px", number: true, cell: (each) => number(each.filledQuantity) },
  { head: "Left", width: "70px", number: true, cell: (each) => number(each.leavesQuantity) },
  { head: "Average", wide: true, width: "92px", number: true, cell: (each) => number(each.avgPrice) },
  { head: "Status", wide: true, width: "126px", cell: (each) => html`<${Word} of=${each.status} />`, title: (each) => [each.code, each.text].filter(Boolean).join(": ") },
  { head: "Entered by, id", wide: true, cell: (each) => html`<span class="muted">${each.enteredBy} ${each.clientOrderId}</span>`, title: (each) => `${each.enteredBy} ${each.clientOrderId}` },
  acts && { head: "", width: actsWidth, number: true, cell: acts },
];

export const executionColumns = () => [
  { head: "Time", width: "104px", cell: (each) => time(each.at), title: (each) => each.at },
  { head: "Event", wide: true, width: "74px", cell: (each) => each.id },
  { head: "Order", wide: true, width: "64px", cell: (each) => each.orderId },
  { head: "Account", wide: true, width: "90px", cell: (each) => each.account },
  { head: "Symbol", width: "82px", cell: (each) => html`<b>${each.symbol}</b>` },
  { head: "Side", width: "50px", cell: (each) => html`<${Side} of=${each.side} />` },
  { head: "What", width: "110px", cell: (each) => spoken(each.execType), title: (each) => [each.code, each.text].filter(Boolean).join(": ") },
  { head: "Traded", width: "88px", number: true, cell: (each) => number(each.lastQuantity) },
  { head: "At", width: "92px", number: true, cell: (each) => number(each.lastPrice) },
  { head: "Left", wide: true, width: "88px", number: true, cell: (each) => number(each.leavesQuantity) },
  { head: "Fee", wide: true, width: "104px", number: true, cell: (each) => number(each.fee), title: (each) => (each.fee ? `${each.fee} ${each.feeAsset}` : "") },
  { head: "Liquidity", wide: true, width: "78px", cell: (each) => html`<span class="muted">${each.liquidity ? spoken(each.liquidity) : ""}</span>` },
  { head: "Status", wide: true, width: "132px", cell: (each) => html`<${Word} of=${each.orderStatus} />` },
  { head: "Client's id", wide: true, cell: (each) => html`<span class="muted">${each.clientOrderId}</span>`, title: (each) => each.clientOrderId },
];

export const tradeColumns = (acts) => [
  { head: "Time", width: "104px", cell: (each) => time(each.executedAt), title: (each) => each.executedAt },
  { head: "Trade", wide: true, width: "70px", cell: (each) => each.id },
  { head: "Symbol", width: "82px", cell: (each) => html`<b>${each.symbol}</b>` },
  { head: "Price", width: "96px", number: true, cell: (each) => number(each.price), title: (each) => (each.originalPrice ? `was ${each.originalPrice}` : "") },
  { head: "Quantity", width: "90px", number: true, cell: (each) => number(each.quantity), title: (each) => (each.originalQuantity ? `was ${each.originalQuantity}` : "") },
  { head: "Value", wide: true, width: "130px", number: true, cell: (each) => number(each.value) },
  { head: "Taker", wide: true, width: "60px", cell: (each) => (each.aggressorSide ? html`<${Side} of=${each.aggressorSide} />` : html`<span class="muted">auction</span>`) },
  { head: "Buyer", wide: true, width: "92px", cell: (each) => each.buyAccount ?? "–" },
  { head: "Seller", wide: true, width: "92px", cell: (each) => each.sellAccount ?? "–" },
  { head: "Status", wide: true, width: "110px", cell: (each) => html`<${Word} of=${each.status} />`, title: (each) => each.reason ?? "" },
  { head: "Reason", wide: true, cell: (each) => html`<span class="muted">${each.reason ?? ""}</span>`, title: (each) => each.reason ?? "" },
  acts && { head: "", width: "142px", number: true, cell: acts },
];

const line = (each) =>
  `${each.side === "BUY" ? "buy" : "sell"} ${number(each.leavesQuantity)} ${each.symbol}${each.workingPrice ? ` at ${number(each.workingPrice)}` : ""}, account ${each.account}, order ${each.id}`;

/** Asks once, then cancels an order; staff give a reason. */
export const cancelOrder = (each, reason) =>
  ask({
    title: `Cancel order ${each.id}`,
    hits: [`1 open order: ${line(each)}`],
    danger: true,
    reason,
    button: "Cancel it",
    act: async ({ reason: why }) => {
      await remove(`/orders/${each.id}` + (why ? `?reason=${encodeURIComponent(why)}` : ""));
      toast(`Order ${each.id} cancelled`, "good");
    },
  });

/** Changes price, quantity, stop price or what is shown of an order: only what differs is sent. */
export function replaceOrder(each) {
  const names = { price: "Price", stopPrice: "Stop price", quantity: "Total quantity", displayQuantity: "Show only" };
  const shown = Object.keys(names).filter((name) => each[name] !== null || name === "quantity");
  return ask({
    title: `Replace order ${each.id}`,
    what: "A better price or a greater quantity loses its place in the queue; less quantity keeps it.",
    hits: [line(each)],
    values: Object.fromEntries(shown.map((name) => [name, each[name] ?? ""])),
    fields: (values, set) => html`<div class="grid">${shown.map(
      (name) => html`<label class="field"><span>${names[name]}</span><input name=${name} inputmode="decimal" autocomplete="off" value=${values[name]} onInput=${(event) => set({ [name]: event.target.value })} /></label>`,
    )}</div>`,
    button: "Replace it",
    act: async (values) => {
      const changes = Object.fromEntries(shown.filter((name) => values[name] !== each[name] && values[name] !== "").map((name) => [name, values[name].trim()]));
      const { order } = await patch(`/orders/${each.id}`, changes);
      toast(`Order ${order.id} replaced`, "good");
    },
  });
}

/** Mass cancel by the filters account, symbol, side and clientOrderId; none means all the user may cancel. */
export function cancelAll(filters, rows, reason) {
  const named = Object.entries(filters).filter(([, value]) => value);
  const accounts = new Set(rows.map((each) => each.account)).size;
  const symbols = new Set(rows.map((each) => each.symbol)).size;
  return ask({
    title: named.length ? "Cancel the orders shown" : "Cancel every open order",
    what: named.length ? named.map(([name, value]) => `${spoken(name.replace(/[A-Z]/g, (letter) => "_" + letter))} ${value}`).join(", ") : "No filter is set.",
    hits: [`${counted(rows.length, "open order")} of ${counted(accounts, "account")} in ${counted(symbols, "instrument")}`, "Orders that arrive meanwhile are hit too."],
    danger: true,
    reason,
    button: `Cancel ${counted(rows.length, "order")}`,
    act: async ({ reason: why }) => {
      const query = named.map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      if (named.length === 0) {
        query.push("all=true");
      }
      if (why) {
        query.push(`reason=${encodeURIComponent(why)}`);
      }
      const answer = await remove("/orders?" + query.join("&"));
      toast(`${counted(answer.affectedOrders, "order")} cancelled`, "good");
    },
  });
}

const tradeHits = (each) => [
  `1 trade: ${number(each.quantity)} ${each.symbol} at ${number(each.price)}, value ${number(each.value)}`,
  `2 accounts: ${each.buyAccount} bought, ${each.sellAccount} sold. Money, fees and both reports are changed.`,
];

/** Undoes a trade. */
export const bustTrade = (each, done) =>
  ask({
    title: `Bust trade ${each.id}`,
    what: "The trade is undone for both sides and in the public feed. This cannot be taken back.",
    hits: tradeHits(each),
    danger: true,
    reason: true,
    button: "Bust it",
    act: async ({ reason }) => {
      await post(`/trades/${each.id}/bust`, { reason });
      toast(`Trade ${each.id} busted`, "good");
      done();
    },
  });

/** Corrects price or quantity of a trade. */
export const correctTrade = (each, done) =>
  ask({
    title: `Correct trade ${each.id}`,
    hits: tradeHits(each),
    danger: true,
    reason: true,
    values: { price: each.price, quantity: each.quantity },
    fields: (values, set) => html`<div class="grid">
      <label class="field"><span>Price</span><input name="price" inputmode="decimal" value=${values.price} onInput=${(event) => set({ price: event.target.value })} /></label>
      <label class="field"><span>Quantity, at most ${number(each.quantity)}</span><input name="quantity" inputmode="decimal" value=${values.quantity} onInput=${(event) => set({ quantity: event.target.value })} /></label>
    </div>`,
    button: "Correct it",
    act: async ({ price, quantity, reason }) => {
      const body = { reason };
      if (price !== each.price) {
        body.price = price.trim();
      }
      if (quantity !== each.quantity) {
        body.quantity = quantity.trim();
      }
      await post(`/trades/${each.id}/correct`, body);
      toast(`Trade ${each.id} corrected`, "good");
      done();
    },
  });
