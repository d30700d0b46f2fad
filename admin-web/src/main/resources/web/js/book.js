import { units } from "./decimal.js";

/**
 * A book kept from snapshots and deltas. Deltas are chained: one whose prevSeq is not our seq means that something is missing, and
 * everything is ignored until the next snapshot.
 */
export class Book {
  constructor(priceDecimals, quantityDecimals) {
    this.priceDecimals = priceDecimals;
    this.quantityDecimals = quantityDecimals;
    this.bids = new Map();
    this.asks = new Map();
    this.seq = null;
    this.broken = true;
  }

  /** A new connection: what comes next may begin anywhere. */
  restart() {
    this.seq = null;
    this.broken = true;
  }

  /** Takes a frame; returns false exactly when a gap is found for the first time: ask for a snapshot then. */
  apply(frame) {
    if (frame.type === "snapshot") {
      if (this.seq !== null && frame.seq < this.seq) {
        return true; // late: we have what came after it
      }
      this.bids.clear();
      this.asks.clear();
      this.broken = false;
    } else if (this.broken) {
      return true;
    } else if (frame.prevSeq !== this.seq) {
      this.broken = true;
      return false;
    }
    this.merge(this.bids, frame.bids);
    this.merge(this.asks, frame.asks);
    this.seq = frame.seq;
    return true;
  }

  merge(side, levels) {
    for (const level of levels) {
      const quantity = units(level.quantity, this.quantityDecimals);
      if (quantity === 0n) {
        side.delete(level.price);
      } else {
        side.set(level.price, {
          text: level.price,
          price: units(level.price, this.priceDecimals),
          quantity,
          orders: level.orderCount,
        });
      }
    }
  }

  /** Levels best first, each with the total up to it. */
  levels(side) {
    const sign = side === "bids" ? -1 : 1;
    const sorted = [...this[side].values()].sort((a, b) => sign * (a.price < b.price ? -1 : 1));
    let total = 0n;
    for (const level of sorted) {
      total += level.quantity;
      level.total = total;
    }
    return sorted;
  }
}
