import { CandlestickSeries, CrosshairMode, HistogramSeries, createChart } from "../vendor/lightweight-charts.js";
import { get, query } from "./api.js";
import { onTheme } from "./shell.js";

const SECONDS = { "1m": 60, "5m": 300, "15m": 900, "1h": 3600, "4h": 14400, "1d": 86400 };
const FETCHED = 500;

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Candles of one instrument: from the history, then kept up from the trades. A trade that is busted or corrected makes it load anew. */
export class Candles {
  constructor(root, intervals, hint) {
    this.hint = hint;
    this.interval = "1m";
    this.symbol = null;
    this.last = null; // the running candle
    this.seen = 0n; // the newest trade that is in
    this.buttons = Object.keys(SECONDS).map((each) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = each;
      button.addEventListener("click", () => this.choose(each));
      return button;
    });
    intervals.replaceChildren(...this.buttons);
    const holder = document.createElement("div");
    root.replaceChildren(holder);
    this.chart = createChart(holder, {
      autoSize: true,
      layout: { attributionLogo: false, fontFamily: colour("--sans"), fontSize: 11 },
      crosshair: { mode: CrosshairMode.Normal },
      timeScale: { timeVisible: true, secondsVisible: false, rightOffset: 4, borderVisible: false, minBarSpacing: 1 },
      rightPriceScale: { borderVisible: false, scaleMargins: { top: 0.08, bottom: 0.22 } },
    });
    this.prices = this.chart.addSeries(CandlestickSeries, { priceLineVisible: true, borderVisible: false });
    this.volumes = this.chart.addSeries(HistogramSeries, { priceScaleId: "", priceFormat: { type: "volume" }, lastValueVisible: false, priceLineVisible: false });
    this.volumes.priceScale().applyOptions({ scaleMargins: { top: 0.84, bottom: 0 } });
    this.paint();
    onTheme(() => this.paint());
    this.choose(this.interval);
  }

  paint() {
    const [up, down, text, line, panel] = ["--buy", "--sell", "--muted", "--line", "--panel"].map(colour);
    this.chart.applyOptions({
      layout: { background: { color: panel }, textColor: text },
      grid: { vertLines: { color: line }, horzLines: { color: line } },
    });
    this.prices.applyOptions({ upColor: up, downColor: down, wickUpColor: up, wickDownColor: down });
  }

  choose(interval) {
    this.interval = interval;
    for (const button of this.buttons) {
      button.setAttribute("aria-pressed", String(button.textContent === interval));
    }
    this.load();
  }

  show(instrument, decimals) {
    this.symbol = instrument.symbol;
    this.prices.applyOptions({ priceFormat: { type: "price", precision: decimals, minMove: Number(instrument.tickSize) } });
    this.prices.setData([]);
    this.volumes.setData([]);
    this.last = null; // loaded when the trades are subscribed to
  }

  async load() {
    if (!this.symbol) {
      return;
    }
    const { symbol, interval } = this;
    const from = new Date(Date.now() - FETCHED * SECONDS[interval] * 1000 * (interval === "1d" ? 1 : 3)).toISOString();
    try {
      const { items } = await get(`/instruments/${encodeURIComponent(symbol)}/candles` + query({ interval, from, limit: 1000 }));
      if (symbol !== this.symbol || interval !== this.interval) {
        return;
      }
      const candles = items.map((each) => ({
        time: Date.parse(each.start) / 1000,
        open: Number(each.open),
        high: Number(each.high),
        low: Number(each.low),
        close: Number(each.close),
        volume: Number(each.volume),
      }));
      this.prices.setData(candles);
      this.volumes.setData(candles.map((each) => this.volume(each)));
      this.last = candles.at(-1) ?? null;
      this.loadedAt = Date.now();
      this.hint.textContent = candles.length ? "" : "No trades in this time";
      this.chart.timeScale().setVisibleLogicalRange({ from: candles.length - 90, to: candles.length + 4 });
    } catch (problem) {
      this.hint.textContent = problem.status === 503 ? "No history now; the newest trades are shown as they come" : "No history";
    }
  }

  volume({ time, open, close, volume }) {
    return { time, value: volume, color: colour(close >= open ? "--buy-bar" : "--sell-bar") };
  }

  /** A public trade from the stream. */
  trade(trade) {
    if (trade.symbol !== this.symbol) {
      return;
    }
    if (trade.status !== "EXECUTED") {
      this.load();
      return;
    }
    const id = BigInt(trade.id);
    if (id <= this.seen) {
      return;
    }
    this.seen = id;
    const seconds = SECONDS[this.interval];
    const time = Math.floor(Date.parse(trade.executedAt) / 1000 / seconds) * seconds;
    const price = Number(trade.price);
    const volume = Number(trade.quantity);
    if (this.last && time < this.last.time) {
      return;
    }
    if (!this.last || time > this.last.time) {
      this.last = { time, open: price, high: price, low: price, close: price, volume };
    } else {
      const { open, high, low, volume: before } = this.last;
      this.last = { time, open, high: Math.max(high, price), low: Math.min(low, price), close: price, volume: before + volume };
    }
    this.prices.update(this.last);
    this.volumes.update(this.volume(this.last));
    this.hint.textContent = "";
  }
}
