import { html, number, render, Select, Side, Table, toast } from "./ui.js";
import { post, remove } from "./api.js";
import { cancelOrder } from "./blotter.js";
import { ask } from "./dialog.js";
import { live } from "./live.js";
import { counted, utc } from "./words.js";

const TYPES = [
  ["LIMIT", "Limit"],
  ["MARKET", "Market"],
  ["MARKET_TO_LIMIT", "Market to limit"],
  ["STOP", "Stop"],
  ["STOP_LIMIT", "Stop limit"],
  ["PEGGED", "Pegged"],
];
const TIMES = [
  ["DAY", "Day"],
  ["GTC", "Until cancelled"],
  ["IOC", "Immediate or cancel"],
  ["FOK", "Fill or kill"],
  ["GTD", "Until a time"],
  ["AT_THE_OPENING", "At the opening"],
  ["AT_THE_CLOSE", "At the close"],
];
const PREVENTION = ["CANCEL_NEWEST", "CANCEL_OLDEST", "CANCEL_BOTH", "DECREMENT", "NONE"];
const PRICED = new Set(["LIMIT", "STOP_LIMIT"]);
const STOPS = new Set(["STOP", "STOP_LIMIT"]);

/** What the form sends: only what applies to the type. */
export function order(form, symbol, side) {
  const body = { account: form.account, symbol, side, orderType: form.orderType, timeInForce: form.timeInForce, quantity: form.quantity.trim() };
  if (PRICED.has(form.orderType) || (form.orderType === "PEGGED" && form.price.trim())) {
    body.price = form.price.trim();
  }
  if (STOPS.has(form.orderType)) {
    body.stopPrice = form.stopPrice.trim();
  }
  if (form.orderType === "PEGGED") {
    body.pegReference = form.pegReference;
  }
  if (form.timeInForce === "GTD") {
    body.expireTime = utc(form.expireTime);
  }
  for (const name of ["displayQuantity", "minQuantity", "text"]) {
    if (form[name].trim()) {
      body[name] = form[name].trim();
    }
  }
  if (form.postOnly) {
    body.postOnly = true;
  }
  if (form.selfTradePrevention) {
    body.selfTradePrevention = form.selfTradePrevention;
  }
  return body;
}

/** Order entry for a trader. `price(side of the book, text)` takes a price from the ladder: into the form, or, armed, as an order at once. */
export class Ticket {
  constructor(root, main, accounts) {
    this.root = root;
    this.main = main;
    this.accounts = accounts;
    this.instrument = null;
    this.balances = new Map();
    this.armed = false;
    this.problem = null;
    this.busy = false;
    this.form = {
      side: "BUY",
      account: accounts[0] ?? "",
      orderType: "LIMIT",
      timeInForce: "DAY",
      price: "",
      stopPrice: "",
      quantity: "",
      displayQuantity: "",
      minQuantity: "",
      postOnly: false,
      pegReference: "PRIMARY",
      selfTradePrevention: "",
      expireTime: "",
      text: "",
    };
    root.hidden = false;
    main.classList.add("trading");
    live.subscribe({ channel: "balances" }, (frame) => {
      if (frame.type === "balance") {
        this.balances.set(`${frame.data.account} ${frame.data.asset}`, frame.data);
        this.paint();
      }
    });
    this.paint();
  }

  show(instrument) {
    this.instrument = instrument;
    this.set({ price: "", stopPrice: "" });
  }

  set(change) {
    Object.assign(this.form, change);
    this.problem = null;
    this.paint();
  }

  arm(on) {
    this.armed = on;
    this.main.dataset.armed = String(on);
    this.paint();
  }

  price(bookSide, text) {
    const side = bookSide === "asks" ? "BUY" : "SELL";
    if (this.armed) {
      this.send({ ...order({ ...this.form, orderType: "LIMIT", price: text }, this.instrument.symbol, side) });
    } else {
      this.set(STOPS.has(this.form.orderType) && this.form.orderType === "STOP" ? { stopPrice: text, side } : { price: text, side });
    }
  }

  async send(body) {
    if (!body.quantity) {
      this.problem = "Give a quantity.";
      this.paint();
      return;
    }
    this.busy = true;
    this.problem = null;
    this.paint();
    try {
      const answer = await post("/orders", body);
      const { side, quantity, filledQuantity, price, status } = answer.order;
      const at = price ? ` at ${number(price)}` : "";
      const filled = Number(filledQuantity) > 0 ? `, ${number(filledQuantity)} filled` : "";
      toast(`${side === "BUY" ? "Buy" : "Sell"} ${number(quantity)} ${body.symbol}${at}: ${status.toLowerCase().replaceAll("_", " ")}${filled}`, "good");
    } catch (problem) {
      this.problem = problem.line ?? problem.message;
    } finally {
      this.busy = false;
      this.paint();
    }
  }

  paint() {
    render(html`<${Form} ticket=${this} tick=${{}} />`, this.root);
  }
}

function Form({ ticket }) {
  const { form, instrument, accounts, problem, busy, armed } = ticket;
  if (!instrument) {
    return null;
  }
  const set = (name) => (event) => ticket.set({ [name]: event.target.type === "checkbox" ? event.target.checked : event.target.value });
  const text = (name, label, more = {}) => html`<label class="field"><span>${label}</span><input name=${name} inputmode="decimal" autocomplete="off" value=${form[name]} onInput=${set(name)} ...${more} /></label>`;
  const spend = form.side === "BUY" ? instrument.quote : instrument.base;
  const balance = ticket.balances.get(`${form.account} ${spend}`);
  const submit = (event) => {
    event.preventDefault();
    ticket.send(order(form, instrument.symbol, form.side));
  };
  return html`
    <header><h2>Order entry</h2><label class="check armed" data-on=${String(armed)} title="A click on a price in the book sends a limit order at once"><input type="checkbox" id="armed" checked=${armed} onChange=${(event) => ticket.arm(event.target.checked)} />One click</label></header>
    <form onSubmit=${submit} novalidate>
      <div class="sides" role="group" aria-label="Side">
        <button type="button" data-side="BUY" aria-pressed=${String(form.side === "BUY")} onClick=${() => ticket.set({ side: "BUY" })}>Buy</button>
        <button type="button" data-side="SELL" aria-pressed=${String(form.side === "SELL")} onClick=${() => ticket.set({ side: "SELL" })}>Sell</button>
      </div>
      <div class="pair">
        <label class="field"><span>Type</span><${Select} name="orderType" value=${form.orderType} of=${TYPES} change=${(orderType) => ticket.set({ orderType })} /></label>
        <label class="field"><span>Time in force</span><${Select} name="timeInForce" value=${form.timeInForce} of=${TIMES} change=${(timeInForce) => ticket.set({ timeInForce })} /></label>
      </div>
      <div class="pair">
        ${text("quantity", `Quantity, ${instrument.base}`, { placeholder: instrument.lotSize })}
        ${PRICED.has(form.orderType) || form.orderType === "PEGGED" ? text("price", form.orderType === "PEGGED" ? "Limit, if any" : `Price, ${instrument.quote}`, { placeholder: instrument.tickSize }) : html`<label class="field"><span>Price</span><input disabled value="best available" /></label>`}
      </div>
      ${(STOPS.has(form.orderType) || form.orderType === "PEGGED" || form.timeInForce === "GTD") && html`<div class="pair">
        ${STOPS.has(form.orderType) && text("stopPrice", "Stop price")}
        ${form.orderType === "PEGGED" && html`<label class="field"><span>Peg to</span><${Select} name="pegReference" value=${form.pegReference} of=${[["PRIMARY", "Own side's best"], ["MID", "Mid"]]} change=${(pegReference) => ticket.set({ pegReference })} /></label>`}
        ${form.timeInForce === "GTD" && html`<label class="field"><span>Until</span><input type="datetime-local" name="expireTime" value=${form.expireTime} onInput=${set("expireTime")} /></label>`}
      </div>`}
      <label class="field"><span>Account</span><${Select} name="account" value=${form.account} of=${accounts.map((each) => [each, each])} change=${(account) => ticket.set({ account })} /></label>
      <p class="money"><span>Available</span><b>${balance ? `${number(balance.available)} ${spend}` : `– ${spend}`}</b></p>
      <button type="submit" class="send" data-side=${form.side} disabled=${busy}>${form.side === "BUY" ? "Buy" : "Sell"} ${instrument.symbol}</button>
      ${problem && html`<p class="fault" role="alert">${problem}</p>`}
      <details>
        <summary>More</summary>
        <div>
          <div class="pair">${text("displayQuantity", "Show only")}${text("minQuantity", "At least")}</div>
          <label class="field"><span>Self-trade prevention</span><${Select} name="selfTradePrevention" value=${form.selfTradePrevention} any="The account's" of=${PREVENTION} change=${(selfTradePrevention) => ticket.set({ selfTradePrevention })} /></label>
          ${text("text", "Text", { maxlength: 64, inputmode: "text" })}
          <label class="check"><input type="checkbox" name="postOnly" checked=${form.postOnly} onChange=${set("postOnly")} />Post only: never take</label>
        </div>
      </details>
    </form>`;
}

/** The trader's open orders in the instrument, under the chart. */
export function paintMine(root, orders, symbol) {
  root.hidden = false;
  const cancelAll = () =>
    ask({
      title: `Cancel all orders in ${symbol}`,
      hits: [`${counted(orders.length, "open order")} of your accounts in ${symbol}`],
      danger: true,
      button: "Cancel them",
      act: async () => {
        const answer = await remove(`/orders?symbol=${encodeURIComponent(symbol)}`);
        toast(`${counted(answer.affectedOrders, "order")} cancelled`, "good");
      },
    });
  render(
    html`<header><h2 id="mine-title">My open orders <span class="unit">${orders.length}</span></h2><button type="button" class="act small danger" id="cancel-all" disabled=${orders.length === 0} onClick=${cancelAll}>Cancel all</button></header>
      <${Table} caption="My open orders" rows=${orders} empty="No open order here" least="520px" columns=${[
        { head: "Side", width: "54px", cell: (each) => html`<${Side} of=${each.side} />` },
        { head: "Type", width: "84px", cell: (each) => html`<span class="muted">${TYPES.find((type) => type[0] === each.orderType)?.[1]}</span>` },
        { head: "Price", number: true, cell: (each) => number(each.workingPrice ?? each.stopPrice ?? each.price) },
        { head: "Left", number: true, cell: (each) => number(each.leavesQuantity) },
        { head: "Filled", number: true, cell: (each) => number(each.filledQuantity) },
        { head: "Account", width: "86px", cell: (each) => each.account },
        { head: "", width: "66px", number: true, cell: (each) => html`<button type="button" class="act small danger" aria-label=${`Cancel order ${each.id}`} onClick=${() => cancelOrder(each, false)}>Cancel</button>` },
      ]} />`,
    root,
  );
}
