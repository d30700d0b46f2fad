import { get as fetchJson } from "./api.js";
import { Book } from "./book.js";
import { Candles } from "./candles.js";
import { decimalsOf, format, grouped, units } from "./decimal.js";
import { Depth } from "./depth.js";
import { Ladder } from "./ladder.js";
import { live } from "./live.js";
import { OwnOrders } from "./own-orders.js";
import { paintSoon, setText } from "./paint.js";
import { isTrader } from "./session.js";
import { onTheme, shell } from "./shell.js";
import { Tape } from "./tape.js";
import { Ticket, paintMine } from "./ticket.js";
import { spoken, when } from "./words.js";

const DEPTH = 100;
const QUIET_MS = 2000;
const element = (id) => document.getElementById(id);

const ladder = new Ladder(element("ladder"), element("asks"), element("bids"));
const tape = new Tape(element("tape"), element("tape-empty"));
const depth = new Depth(element("depth"), element("depth-hint"));
const candles = new Candles(element("candles"), element("intervals"), element("candles-hint"));
const instruments = new Map();
const tickers = new Map();
const phases = new Map();
let current = null; // the instrument that is shown
let book = null;
let wanted = null; // the symbol whose frames we want
let streams = [];
let ticket = null;
let own = null;
let bookAt = 0; // when the last frame of the book came
let checkedSeq = 0;

depth.repaint = () => paintSoon(paintBook);
onTheme(() => paintSoon(paintBook));
addEventListener("resize", () => {
  paintSoon(paintBook);
  paintSoon(paintTape);
});

setInterval(watch, 1000);
begin();

async function begin() {
  const who = await shell({ needsUser: false });
  if (isTrader(who)) {
    ticket = new Ticket(element("ticket"), element("main"), who.accounts);
    own = new OwnOrders(() => {
      paintSoon(paintOwn);
      paintSoon(paintBook);
    });
    ladder.picking((side, price) => ticket.price(side, price));
  }
  live.subscribe({ channel: "ticker" }, (frame) => {
    if (frame.type === "ticker") {
      tickers.set(frame.symbol, frame.data);
      paintSoon(paintTickers);
    }
  });
  live.subscribe({ channel: "phases" }, (frame) => frame.type === "phase" && phase(frame.data));
  loadInstruments();
}

async function loadInstruments() {
  try {
    const { items } = await fetchJson("/instruments?limit=1000");
    for (const each of items) {
      instruments.set(each.symbol, each);
    }
    buildSelector();
    const asked = decodeURIComponent(location.hash.slice(1));
    const first = instruments.has(asked) ? asked : await liveliest(items.filter((each) => each.enabled));
    if (first) {
      select(first);
    }
  } catch {
    setTimeout(() => instruments.size === 0 && loadInstruments(), 1000); // the venue is still recovering
  }
}

/** The instrument that traded last; before the first trade the one with the greatest reference price. */
async function liveliest(candidates) {
  const shown = candidates.slice(0, 20).map(async ({ symbol, referencePrice }) => {
    const { lastAt } = await fetchJson(`/instruments/${encodeURIComponent(symbol)}/stats`);
    return { symbol, lastAt: lastAt ?? "", referencePrice: Number(referencePrice) };
  });
  const ranked = (await Promise.all(shown)).sort(
    (one, other) => other.lastAt.localeCompare(one.lastAt) || other.referencePrice - one.referencePrice,
  );
  return ranked[0]?.symbol;
}

function buildSelector() {
  const buttons = [...instruments.keys()].map((symbol) => {
    const button = document.createElement("button");
    button.type = "button";
    button.dataset.symbol = symbol;
    button.setAttribute("aria-pressed", "false");
    const code = document.createElement("span");
    code.className = "code";
    code.textContent = symbol;
    const price = document.createElement("span");
    price.className = "price";
    price.textContent = "–";
    button.append(code, price);
    button.addEventListener("click", () => select(symbol));
    return button;
  });
  element("instruments").replaceChildren(...buttons);
  paintSoon(paintTickers);
}

function select(symbol) {
  if (symbol === wanted) {
    return;
  }
  streams.forEach((each) => each.end());
  wanted = symbol;
  current = instruments.get(symbol);
  book = new Book(decimalsOf(current.tickSize), decimalsOf(current.lotSize));
  checkedSeq = 0;
  bookAt = performance.now();
  tape.clear();
  history.replaceState(null, "", "#" + encodeURIComponent(symbol));
  document.title = `${symbol} · V-Exchange`;
  for (const button of element("instruments").children) {
    button.setAttribute("aria-pressed", String(button.dataset.symbol === symbol));
  }
  setText(element("symbol"), symbol);
  setText(element("ladder-unit"), `${current.base} at ${current.quote}`);
  phase(phases.get(symbol) ?? { symbol, phase: current.phase });
  candles.show(current, decimalsOf(current.tickSize));
  ticket?.show(current);
  subscribe(symbol);
  paintSoon(paintOwn);
  paintSoon(paintBook);
  paintSoon(paintTape);
  paintSoon(paintTickers);
}

function subscribe(symbol) {
  const trades = live.subscribe({ channel: "trades", symbol }, (frame) => {
    if (frame.type === "trade") {
      tape.add([frame.data]);
      candles.trade(frame.data);
      paintSoon(paintTape);
    } else if (frame.type === "subscribed") {
      reload(symbol); // what came before it, or was missed
    }
  });
  const kept = book;
  const levels = live.subscribe(
    { channel: "book", symbol, depth: DEPTH },
    (frame) => {
      if (frame.type === "snapshot" || frame.type === "delta") {
        const waited = kept.broken;
        if (!kept.apply(frame)) {
          levels.again();
          reload(symbol);
        }
        if (!waited || !kept.broken) {
          bookAt = performance.now();
        }
        paintSoon(paintBook);
      }
    },
    () => kept.restart(),
  );
  streams = [trades, levels];
}

/**
 * A frame that is lost with none after it shows nowhere but in the ticker's number: then the book is asked for again, once for each number.
 * A book that waits for a snapshot is asked for again until one comes: the snapshot itself may have been lost.
 */
function watch() {
  if (!book || performance.now() - bookAt < QUIET_MS) {
    return;
  }
  const seq = tickers.get(wanted)?.seq ?? 0;
  if (book.broken || seq > Math.max(book.seq, checkedSeq)) {
    checkedSeq = seq;
    bookAt = performance.now();
    streams[1].again();
  }
}

async function reload(symbol) {
  candles.load();
  try {
    const { items } = await fetchJson(`/instruments/${encodeURIComponent(symbol)}/trades?limit=60`);
    if (symbol === wanted) {
      tape.add(items);
      paintSoon(paintTape);
    }
  } catch {
    // the tape fills from the stream alone
  }
}

function phase(data) {
  phases.set(data.symbol, data);
  const instrument = instruments.get(data.symbol);
  if (instrument) {
    instrument.phase = data.phase;
  }
  if (data.symbol === wanted) {
    element("phase").dataset.phase = data.phase;
    setText(element("phase"), spoken(data.phase));
    element("phase").title = data.reason ? `${data.setBy}: ${data.reason}` : "";
    indicative(data);
  }
}

/** What an auction would do now, and when the phase ends. */
function indicative(data) {
  const parts = [];
  if (data.indicativePrice) {
    parts.push(`Indicative ${grouped(data.indicativePrice)} for ${grouped(data.indicativeQuantity ?? "0")}`);
    if (data.surplusSide) {
      parts.push(`${grouped(data.surplusQuantity)} more to ${data.surplusSide === "BUY" ? "buy" : "sell"}`);
    }
  }
  if (data.phase !== "CONTINUOUS" && data.until) {
    parts.push(`until ${when(data.until)} UTC`);
  }
  if (data.phase !== "CONTINUOUS" && data.reason) {
    parts.push(data.reason);
  }
  element("indicative").hidden = parts.length === 0;
  setText(element("indicative"), `${spoken(data.phase)}: ${parts.join(" · ")}`);
}

function paintOwn() {
  if (own && wanted) {
    paintMine(element("mine"), own.of(wanted), wanted);
  }
}

function paintBook() {
  if (!book) {
    return;
  }
  const asks = book.levels("asks");
  const bids = book.levels("bids");
  ladder.paint(book, asks, bids, own?.byPrice(wanted, book.quantityDecimals));
  depth.paint(book, asks, bids);
  const [ask, bid] = [asks[0], bids[0]];
  setText(element("bid"), bid ? grouped(bid.text) : "–");
  setText(element("ask"), ask ? grouped(ask.text) : "–");
  if (!ask || !bid) {
    setText(element("spread"), "–");
    setText(element("mid"), "–");
    setText(element("mid-spread"), "");
    return;
  }
  const spread = format(ask.price - bid.price, book.priceDecimals, true);
  const mid = format((ask.price + bid.price) * 5n, book.priceDecimals + 1, true); // a half tick needs one more digit
  const points = (Number(ask.price - bid.price) / (Number(ask.price + bid.price) / 2)) * 10000;
  setText(element("spread"), spread);
  setText(element("mid"), mid.replace(/0$/, ""));
  setText(element("mid-spread"), `spread ${spread} · ${points.toFixed(1)} bp`);
}

function paintTape() {
  tape.paint();
}

function paintTickers() {
  for (const button of element("instruments").children) {
    const last = tickers.get(button.dataset.symbol)?.last;
    setText(button.lastChild, last ? grouped(last) : "–");
  }
  const now = tickers.get(wanted);
  if (!now) {
    return;
  }
  const last = element("last");
  if (now.last && last.dataset.trade !== now.lastTradeId) {
    const before = last.dataset.symbol === wanted ? last.dataset.price : undefined;
    const decimals = decimalsOf(current.tickSize);
    const step = before ? units(now.last, decimals) - units(before, decimals) : 0n;
    last.dataset.direction = step > 0n ? "up" : step < 0n ? "down" : before ? last.dataset.direction : "";
    last.dataset.trade = now.lastTradeId;
    last.dataset.price = now.last;
    last.dataset.symbol = wanted;
  }
  setText(last, now.last ? grouped(now.last) : "–");
  paintChange(now);
  for (const name of ["high", "low", "volume"]) {
    setText(element(name), now[name] ? grouped(now[name]) : "–");
  }
  setText(element("trades"), grouped(String(now.trades)));
  setText(element("collar"), now.lowerCollar ? `${grouped(now.lowerCollar)} – ${grouped(now.upperCollar)}` : "–");
}

/** Against the close of the day before; on a first day against its first trade. */
function paintChange(now) {
  const change = element("change");
  const base = now.previousClose ?? now.open;
  if (!now.last || !base) {
    change.dataset.sign = "";
    setText(change, now.referencePrice ? `reference ${grouped(now.referencePrice)}` : " ");
    return;
  }
  const decimals = decimalsOf(current.tickSize);
  const step = units(now.last, decimals) - units(base, decimals);
  const sign = step > 0n ? "+" : step < 0n ? "-" : "";
  const percent = (100 * Number(step)) / Number(units(base, decimals));
  change.dataset.sign = sign;
  setText(change, `${step > 0n ? "+" : ""}${format(step, decimals, true)} (${step > 0n ? "+" : ""}${percent.toFixed(2)} %)`);
}

addEventListener("hashchange", () => {
  const symbol = decodeURIComponent(location.hash.slice(1));
  if (instruments.has(symbol)) {
    select(symbol);
  }
});
