import { format, grouped } from "./decimal.js";
import { setText } from "./paint.js";

const ROWS = 40;

/** The two sides of the book in fixed pools of rows; what does not fit is hidden by the style sheet. */
export class Ladder {
  constructor(asks, bids) {
    this.asks = pool(asks, true);
    this.bids = pool(bids, false);
  }

  paint(book, asks, bids) {
    const shown = Math.max(1, fit(this.asks), fit(this.bids));
    const most = max(asks[Math.min(shown, asks.length) - 1]?.total, bids[Math.min(shown, bids.length) - 1]?.total);
    side(this.asks, asks, book, most);
    side(this.bids, bids, book, most);
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
    for (let c = 0; c < 4; c++) {
      const cell = document.createElement("span");
      cell.setAttribute("role", "cell");
      cell.append(" ");
      row.append(cell);
      cells.push(cell);
    }
    rows.push({ row, bar, cells, width: 0 });
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

function side(rows, levels, book, most) {
  for (let i = 0; i < rows.length; i++) {
    const { bar, cells } = rows[i];
    const level = levels[i];
    setText(cells[0], level ? grouped(level.text) : " ");
    setText(cells[1], level ? format(level.quantity, book.quantityDecimals, true) : " ");
    setText(cells[2], level ? format(level.total, book.quantityDecimals, true) : " ");
    setText(cells[3], level ? String(level.orders) : " ");
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
