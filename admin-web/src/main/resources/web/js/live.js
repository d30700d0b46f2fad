import { Connection } from "./connection.js";
import { setText } from "./paint.js";

const STATES = { live: "Live", connecting: "Connecting", lost: "No data" };

/**
 * Subscriptions that outlive their connection: each is asked for again after a reconnect. Data older than three seconds is shown grey:
 * `main` bears data-stale then.
 */
class Live {
  constructor() {
    this.subscriptions = new Set();
    this.listeners = new Set();
  }

  /**
   * Subscribes. `request` is what is sent, beside op: channel and, where they apply, symbol, account, depth; a function makes it anew at
   * each connection. `received` takes the frames of the channel (and symbol); `opened` is called before it is asked for at a new connection.
   */
  subscribe(request, received, opened = () => {}) {
    const subscription = { request: typeof request === "function" ? request : () => request, received, opened };
    this.subscriptions.add(subscription);
    this.start();
    this.ask(subscription);
    return {
      again: () => this.ask(subscription),
      end: () => {
        this.subscriptions.delete(subscription);
        const { channel, symbol, account } = subscription.request();
        this.connection.send({ op: "unsubscribe", channel, symbol, account });
      },
    };
  }

  /** Told "live", "connecting" or "lost". */
  onState(listener) {
    this.listeners.add(listener);
    this.start();
  }

  start() {
    this.connection ??= new Connection("/ws/v1", {
      opened: () =>
        this.subscriptions.forEach((each) => {
          each.opened();
          this.ask(each);
        }),
      received: (frame) => this.take(frame),
      state: (word) => this.show(word),
    });
  }

  ask(subscription) {
    this.connection?.send({ op: "subscribe", ...subscription.request() });
  }

  take(frame) {
    for (const each of this.subscriptions) {
      const { channel, symbol } = each.request();
      if (channel === frame.channel && (!symbol || !frame.symbol || symbol === frame.symbol)) {
        each.received(frame);
      }
    }
  }

  show(word) {
    const badge = document.getElementById("connection");
    badge.dataset.state = word;
    setText(badge.querySelector("b"), STATES[word]);
    const main = document.querySelector("main");
    if (main) {
      main.dataset.stale = String(word !== "live");
    }
    this.listeners.forEach((each) => each(word));
  }
}

export const live = new Live();
