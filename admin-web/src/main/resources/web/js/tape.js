import { grouped } from "./decimal.js";
import { setText } from "./paint.js";

const ROWS = 60;

/** The newest trades in a fixed pool of rows, newest first. A trade that comes again, corrected or busted, replaces itself. */
export class Tape {
  constructor(group, empty) {
    this.empty = empty;
    this.trades = [];
    this.painted = null;
    this.rows = [];
    for (let i = 0; i < ROWS; i++) {
      const row = document.createElement("div");
      row.className = "row";
      row.setAttribute("role", "row");
      const cells = [];
      for (let c = 0; c < 3; c++) {
        const cell = document.createElement("span");
        cell.setAttribute("role", "cell");
        cell.append(" ");
        row.append(cell);
        cells.push(cell);
      }
      group.append(row);
      this.rows.push({ row, cells });
    }
  }

  clear() {
    this.trades = [];
    this.painted = null;
  }

  newestId() {
    return this.trades[0]?.id ?? null;
  }

  /** Takes trades in any order; what is known already is replaced. */
  add(trades) {
    const byId = new Map(this.trades.map((trade) => [trade.id, trade]));
    for (const trade of trades) {
      byId.set(trade.id, trade);
    }
    this.trades = [...byId.values()].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1)).slice(0, ROWS);
  }

  paint() {
    const before = this.painted;
    this.painted = this.newestId();
    this.empty.hidden = this.trades.length > 0;
    const first = this.rows[0].row;
    const count = Math.floor(first.parentElement.clientHeight / first.offsetHeight);
    for (let i = 0; i < ROWS; i++) {
      const { row, cells } = this.rows[i];
      const trade = this.trades[i];
      row.hidden = i > 0 && i >= count; // none is cut in half
      setText(cells[0], trade ? trade.executedAt.slice(11, 23) : " ");
      setText(cells[1], trade ? grouped(trade.price) : " ");
      setText(cells[2], trade ? grouped(trade.quantity) : " ");
      row.dataset.side = trade?.aggressorSide ?? "";
      row.dataset.status = trade?.status ?? "";
      const fresh = trade && before !== null && BigInt(trade.id) > BigInt(before);
      row.classList.toggle("fresh", Boolean(fresh));
    }
  }
}
