import { format, grouped } from "./decimal.js";
import { setText } from "./paint.js";

const ROWS = 40;

/**
 * The two sides of the book in fixed pools of rows; what does not fit is hidden. With `pick` rows can be chosen, by a click or with the
 * arrow keys and Enter: it is told the side of the book and the price.
 */
export class Ladder {
  constructor(table, asks, bids) {
    this.table = table;
    this.asks = pool(asks, true);
    this.bids = pool(bids, false);
    this.at = null;
  }

  /** From now on `pick("asks" or "bids", price text)` is called. */
  picking(pick) {
    this.table.tabIndex = 0;
    this.table.setAttribute("aria-description", "Arrow keys choose a price, Enter takes it into the order");
    for (const name of ["asks", "bids"]) {
      this[name].forEach((each) => {
        each.row.addEventListener("click", () => each.price && pick(name, each.price));
      });
    }
    this.table.addEventListener("keydown", (event) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (step) {
        event.preventDefault();
        this.move(step);
      } else if (event.key === "Enter" && this.at?.price) {
        event.preventDefault();
        pick(this.asks.includes(this.at) ? "asks" : "bids", this.at.price);
      }
    });
    this.table.addEventListener("blur", () => this.mark(null));
  }

  move(step) {
    const rows = [...this.asks.slice(0, this.shown).reverse(), ...this.bids.slice(0, this.shown)].filter((each) => each.price);
    const from = rows.indexOf(this.at);
    const start = rows.findIndex((each) => this.bids.includes(each));
    const to = from < 0 ? (step < 0 ? start - 1 : start) : from + step;
    this.mark(rows[Math.min(Math.max(to, 0), rows.length - 1)] ?? null);
  }

  mark(row) {
    this.at?.row.classList.remove("at");
    this.at = row;
    row?.row.classList.add("at");
  }

  /** `own` is a map of "BUY 99.00" to what is left of the user's orders there. */
  paint(book, asks, bids, own) {
    this.shown = Math.max(1, fit(this.asks), fit(this.bids));
    const most = max(asks[Math.min(this.shown, asks.length) - 1]?.total, bids[Math.min(this.shown, bids.length) - 1]?.total);
    side(this.asks, asks, book, most, own, "SELL");
    side(this.bids, bids, book, most, own, "BUY");
  }
}

function pool(group, bestLast) {
  const rows = [];
  for (let i = 0; i < ROWS; i++) {
    const row = document.createElement("div");
    row.className = "row";
    row.setAttribute("role", "row");
    const bar = document.createElement("i");
    bar.className = "bar";
    bar.setAttribute("aria-hidden", "true");
    row.append(bar);
    const cells = [];
    for (const name of ["own", "price", "quantity", "total", "orders"]) {
      const cell = document.createElement("span");
      cell.className = name;
      cell.setAttribute("role", "cell");
      cell.append(name === "own" ? "" : " ");
      row.append(cell);
      cells.push(cell);
    }
    rows.push({ row, bar, cells, width: 0, price: null });
    if (bestLast) {
      group.prepend(row);
    } else {
      group.append(row);
    }
  }
  return rows;
}

/** Hides the rows that do not fit whole; returns how many do. */
function fit(rows) {
  const count = Math.floor(rows[0].row.parentElement.clientHeight / rows[0].row.offsetHeight);
  rows.forEach(({ row }, i) => {
    if (row.hidden !== i >= count && i > 0) {
      row.hidden = i >= count;
    }
  });
  return Math.min(count, rows.length);
}

function side(rows, levels, book, most, own, word) {
  for (let i = 0; i < rows.length; i++) {
    const { row, bar, cells } = rows[i];
    const level = levels[i];
    const mine = level && own?.get(`${word} ${level.text}`);
    rows[i].price = level?.text ?? null;
    setText(cells[0], mine ? format(mine, book.quantityDecimals, true) : "");
    setText(cells[1], level ? grouped(level.text) : " ");
    setText(cells[2], level ? format(level.quantity, book.quantityDecimals, true) : " ");
    setText(cells[3], level ? format(level.total, book.quantityDecimals, true) : " ");
    setText(cells[4], level ? String(level.orders) : " ");
    row.dataset.mine = String(Boolean(mine));
    const width = level && most > 0n ? Math.min(1, Number((level.total * 1000n) / most) / 1000) : 0;
    if (width !== rows[i].width) {
      rows[i].width = width;
      bar.style.transform = `scaleX(${width})`;
    }
  }
}

function max(a = 0n, b = 0n) {
  return a > b ? a : b;
}
