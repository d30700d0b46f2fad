import { Book } from "./book.js";
import { Connection } from "./connection.js";
import { decimalsOf, format, grouped, units } from "./decimal.js";
import { Depth } from "./depth.js";
import { Ladder } from "./ladder.js";
import { paintSoon, setText } from "./paint.js";
import { Tape } from "./tape.js";
import { themeToggle } from "./theme.js";

const DEPTH = 100;
const STATES = { live: "Live", connecting: "Connecting", lost: "No data" };
const element = (id) => document.getElementById(id);

const ladder = new Ladder(element("asks"), element("bids"));
const tape = new Tape(element("tape"), element("tape-empty"));
const depth = new Depth(element("depth"), element("depth-hint"));
const instruments = new Map();
const tickers = new Map();
let current = null; // the instrument that is shown
let book = null;
let wanted = null; // the symbol whose frames we want

depth.repaint = () => paintSoon(paintBook);
themeToggle(element("theme"), () => paintSoon(paintBook));
addEventListener("resize", () => {
  paintSoon(paintBook);
  paintSoon(paintTape);
});

const connection = new Connection("/ws/v1", {
  opened: () => {
    connection.send({ op: "subscribe", channel: "ticker" });
    connection.send({ op: "subscribe", channel: "phases" });
    if (wanted) {
      subscribe(wanted);
    } else {
      loadInstruments();
    }
  },
  received: take,
  state: (word) => {
    element("connection").dataset.state = word;
    setText(element("connection").querySelector("b"), STATES[word]);
    element("market").dataset.stale = String(word !== "live");
  },
});

async function fetchJson(path) {
  const answer = await fetch("/api/v1" + path, { headers: { Accept: "application/json" } });
  if (!answer.ok) {
    throw new Error(`${path}: ${answer.status}`);
  }
  return answer.json();
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
  if (wanted) {
    connection.send({ op: "unsubscribe", channel: "book", symbol: wanted });
    connection.send({ op: "unsubscribe", channel: "trades", symbol: wanted });
  }
  wanted = symbol;
  current = instruments.get(symbol);
  book = new Book(decimalsOf(current.tickSize), decimalsOf(current.lotSize));
  tape.clear();
  history.replaceState(null, "", "#" + encodeURIComponent(symbol));
  document.title = `${symbol} · V-Exchange`;
  for (const button of element("instruments").children) {
    button.setAttribute("aria-pressed", String(button.dataset.symbol === symbol));
  }
  setText(element("symbol"), symbol);
  setText(element("ladder-unit"), `${current.base} at ${current.quote}`);
  phase({ symbol, phase: current.phase });
  subscribe(symbol);
  paintSoon(paintBook);
  paintSoon(paintTape);
  paintSoon(paintTickers);
}

function subscribe(symbol) {
  connection.send({ op: "subscribe", channel: "trades", symbol });
  connection.send({ op: "subscribe", channel: "book", symbol, depth: DEPTH });
  loadTape(symbol);
}

async function loadTape(symbol) {
  const newest = tape.newestId();
  const path = `/instruments/${encodeURIComponent(symbol)}/trades?limit=60` + (newest ? `&after=${newest}` : "");
  try {
    const { items } = await fetchJson(path);
    if (symbol === wanted) {
      tape.add(items);
      paintSoon(paintTape);
    }
  } catch {
    // the tape fills from the stream alone
  }
}

function take(frame) {
  const shown = frame.symbol === wanted;
  if (frame.channel === "book" && shown && (frame.type === "snapshot" || frame.type === "delta")) {
    if (!book.apply(frame)) {
      connection.send({ op: "subscribe", channel: "book", symbol: wanted, depth: DEPTH });
    }
    paintSoon(paintBook);
  } else if (frame.type === "trade" && shown) {
    tape.add([frame.data]);
    paintSoon(paintTape);
  } else if (frame.type === "ticker") {
    tickers.set(frame.symbol, frame.data);
    paintSoon(paintTickers);
  } else if (frame.type === "phase") {
    phase(frame.data);
  }
}

function phase(data) {
  const instrument = instruments.get(data.symbol);
  if (instrument) {
    instrument.phase = data.phase;
  }
  if (data.symbol === wanted) {
    const words = data.phase.toLowerCase().replaceAll("_", " ");
    element("phase").dataset.phase = data.phase;
    const indicative = data.indicativePrice ? ` · ${grouped(data.indicativePrice)}` : "";
    setText(element("phase"), words.charAt(0).toUpperCase() + words.slice(1) + indicative);
  }
}

function paintBook() {
  if (!book) {
    return;
  }
  const asks = book.levels("asks");
  const bids = book.levels("bids");
  ladder.paint(book, asks, bids);
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
