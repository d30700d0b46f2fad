import { live } from "./live.js";
import { units } from "./decimal.js";

const OPEN = new Set(["NEW", "PARTIALLY_FILLED"]);

/** The open orders of the accounts that the user may see, kept from the stream. */
export class OwnOrders {
  constructor(changed) {
    this.orders = new Map();
    this.changed = changed;
    live.subscribe({ channel: "orders" }, (frame) => this.take(frame));
  }

  take(frame) {
    if (frame.type === "snapshot") {
      this.orders = new Map(frame.data.map((order) => [order.id, order]));
    } else if (frame.type === "order") {
      this.put(frame.data);
      return;
    } else {
      return;
    }
    this.changed();
  }

  put(order) {
    const known = this.orders.get(order.id);
    if (known && known.eventSequence > order.eventSequence) {
      return;
    }
    if (OPEN.has(order.status)) {
      this.orders.set(order.id, order);
    } else {
      this.orders.delete(order.id);
    }
    this.changed();
  }

  /** Of one instrument, newest first. */
  of(symbol) {
    return [...this.orders.values()].filter((each) => each.symbol === symbol).sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  }

  /** What is left by side and price text: Map of "BUY 99.00" to units. */
  byPrice(symbol, decimals) {
    const sums = new Map();
    for (const each of this.orders.values()) {
      const price = each.workingPrice ?? (each.orderType === "LIMIT" ? each.price : null);
      if (each.symbol === symbol && price) {
        const key = `${each.side} ${price}`;
        sums.set(key, (sums.get(key) ?? 0n) + units(each.leavesQuantity, decimals));
      }
    }
    return sums;
  }
}
