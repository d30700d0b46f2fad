import { format, grouped } from "./decimal.js";

const PAD = { top: 14, right: 0, bottom: 28, left: 0 };

/** Cumulative depth on a canvas: bids to the left of the mid price, asks to the right. */
export class Depth {
  constructor(canvas, hint) {
    this.canvas = canvas;
    this.hint = hint;
    this.context = canvas.getContext("2d");
    this.pointer = null;
    this.repaint = () => {};
    canvas.addEventListener("pointermove", (event) => {
      this.pointer = event.offsetX;
      this.repaint();
    });
    canvas.addEventListener("pointerleave", () => {
      this.pointer = null;
      this.repaint();
    });
    new ResizeObserver(() => this.repaint()).observe(canvas);
  }

  paint(book, asks, bids) {
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    const ratio = Math.min(devicePixelRatio || 1, 2);
    if (this.canvas.width !== Math.round(width * ratio) || this.canvas.height !== Math.round(height * ratio)) {
      this.canvas.width = Math.round(width * ratio);
      this.canvas.height = Math.round(height * ratio);
    }
    const c = this.context;
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.clearRect(0, 0, width, height);
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(name).trim();
    c.font = `11px ${colour("--sans")}`;
    if (asks.length === 0 && bids.length === 0) {
      c.fillStyle = colour("--faint");
      c.textAlign = "center";
      c.fillText("No orders in the book", width / 2, height / 2);
      this.hint.textContent = "cumulative quantity";
      return;
    }
    const view = this.view(book, asks, bids, width, height);
    this.area(c, view, bids, true, colour("--buy"), colour("--buy-bar"));
    this.area(c, view, asks, false, colour("--sell"), colour("--sell-bar"));
    this.grid(c, view, book, colour);
    this.point(c, view, book, asks, bids, colour);
  }

  /** The span is symmetric about the mid price, so that the sides can be compared. */
  view(book, asks, bids, width, height) {
    const bestBid = bids[0]?.price;
    const bestAsk = asks[0]?.price;
    const mid = bestBid === undefined ? Number(bestAsk) : bestAsk === undefined ? Number(bestBid) : (Number(bestBid) + Number(bestAsk)) / 2;
    const reach = (levels) => (levels.length ? Math.abs(Number(levels[levels.length - 1].price) - mid) : 0);
    const span = Math.max(reach(asks), reach(bids), 5) * 1.04;
    const most = Math.max(Number(asks[asks.length - 1]?.total ?? 0n), Number(bids[bids.length - 1]?.total ?? 0n)) * 1.08;
    const inner = width - PAD.left - PAD.right;
    const bottom = height - PAD.bottom;
    return {
      mid, span, most, width, bottom, top: PAD.top,
      x: (price) => PAD.left + ((price - mid + span) / (2 * span)) * inner,
      y: (total) => bottom - (total / most) * (bottom - PAD.top),
      price: (x) => ((x - PAD.left) / inner) * 2 * span - span + mid,
    };
  }

  grid(c, view, book, colour) {
    c.strokeStyle = colour("--line");
    c.fillStyle = colour("--faint");
    c.lineWidth = 1;
    c.textBaseline = "middle";
    c.textAlign = "left";
    const step = niceStep(view.most / 4);
    for (let total = step; total < view.most; total += step) {
      const y = Math.round(view.y(total)) + 0.5;
      c.beginPath();
      c.moveTo(0, y);
      c.lineTo(view.width, y);
      c.stroke();
      c.fillText(format(BigInt(Math.round(total)), book.quantityDecimals, true).replace(/\.?0+$/, (zeros) => (zeros.includes(".") ? "" : zeros)), 6, y - 8);
    }
    c.beginPath();
    c.moveTo(0, view.bottom + 0.5);
    c.lineTo(view.width, view.bottom + 0.5);
    c.stroke();
    c.textBaseline = "alphabetic";
    const ticks = view.width < 460 ? [-0.66, 0, 0.66] : [-0.8, -0.4, 0, 0.4, 0.8];
    for (const at of ticks) {
      const price = view.mid + at * view.span;
      c.textAlign = "center";
      c.fillText(grouped(format(BigInt(Math.round(price)), book.priceDecimals)), view.x(price), view.bottom + 18);
    }
    c.setLineDash([3, 4]);
    const x = Math.round(view.x(view.mid)) + 0.5;
    c.beginPath();
    c.moveTo(x, view.top);
    c.lineTo(x, view.bottom);
    c.stroke();
    c.setLineDash([]);
  }

  area(c, view, levels, isBid, line, fill) {
    if (levels.length === 0) {
      return;
    }
    c.beginPath();
    c.moveTo(view.x(Number(levels[0].price)), view.bottom);
    let total = 0;
    for (const level of levels) {
      const x = view.x(Number(level.price));
      c.lineTo(x, view.y(total));
      total = Number(level.total);
      c.lineTo(x, view.y(total));
    }
    const edge = isBid ? view.mid - view.span : view.mid + view.span;
    c.lineTo(view.x(edge), view.y(total));
    c.strokeStyle = line;
    c.lineWidth = 1.6;
    c.lineJoin = "round";
    c.stroke();
    c.lineTo(view.x(edge), view.bottom);
    c.closePath();
    c.fillStyle = fill;
    c.fill();
  }

  point(c, view, book, asks, bids, colour) {
    if (this.pointer === null) {
      this.hint.textContent = "cumulative quantity";
      return;
    }
    const price = view.price(this.pointer);
    const isBid = price < view.mid;
    const levels = isBid ? bids : asks;
    let total = 0n;
    for (const level of levels) {
      if (isBid ? Number(level.price) >= price : Number(level.price) <= price) {
        total = level.total;
      }
    }
    c.strokeStyle = colour("--faint");
    c.beginPath();
    c.moveTo(this.pointer, view.top);
    c.lineTo(this.pointer, view.bottom);
    c.stroke();
    c.fillStyle = colour(isBid ? "--buy" : "--sell");
    c.beginPath();
    c.arc(this.pointer, view.y(Number(total)), 3.5, 0, 7);
    c.fill();
    this.hint.textContent =
      `${isBid ? "bids down to" : "asks up to"} ${grouped(format(BigInt(Math.round(price)), book.priceDecimals))}: ` +
      format(total, book.quantityDecimals, true);
  }
}

function niceStep(rough) {
  const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
  const digit = rough / power;
  return Math.max(1, (digit > 5 ? 10 : digit > 2 ? 5 : digit > 1 ? 2 : 1) * power);
}
