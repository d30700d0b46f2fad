const STALE_MS = 3000;
const PING_MS = 1500;
const FIRST_RETRY_MS = 400;
const LAST_RETRY_MS = 8000;

/**
 * The WebSocket, reconnecting by itself. `opened` is called after each connection, `received` with each frame, `state` with
 * live, connecting or lost. Live means that a frame came within the last three seconds; when the market is quiet we ask for a pong.
 */
export class Connection {
  constructor(path, { opened, received, state }) {
    this.url = (location.protocol === "https:" ? "wss://" : "ws://") + location.host + path;
    this.opened = opened;
    this.received = received;
    this.state = state;
    this.retryMs = FIRST_RETRY_MS;
    this.heardAt = -Infinity;
    this.word = "";
    setInterval(() => this.look(), 500);
    addEventListener("online", () => this.retry());
    this.connect();
  }

  connect() {
    const socket = new WebSocket(this.url);
    this.socket = socket;
    this.startedAt = performance.now();
    socket.addEventListener("open", () => {
      this.retryMs = FIRST_RETRY_MS;
      this.opened();
    });
    socket.addEventListener("message", (event) => {
      if (socket !== this.socket) {
        return;
      }
      this.heardAt = performance.now();
      this.received(JSON.parse(event.data));
      this.tell("live");
    });
    socket.addEventListener("close", () => {
      if (socket === this.socket) {
        this.socket = null;
        this.timer = setTimeout(() => this.connect(), this.retryMs * (0.75 + Math.random() / 2));
        this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
        this.look();
      }
    });
  }

  retry() {
    if (!this.socket) {
      clearTimeout(this.timer);
      this.connect();
    }
  }

  send(message) {
    if (this.socket?.readyState === WebSocket.OPEN) {
      this.socket.send(JSON.stringify(message));
    }
  }

  look() {
    const silentMs = performance.now() - this.heardAt;
    if (silentMs > PING_MS) {
      this.send({ op: "ping" });
    }
    if (silentMs > STALE_MS) {
      this.tell(this.heardAt === -Infinity ? "connecting" : "lost");
      const open = this.socket && performance.now() - this.startedAt > 2 * STALE_MS;
      if (open && silentMs > 2 * STALE_MS) { // a connection that says nothing is no better than none
        const dead = this.socket;
        this.socket = null;
        dead.close();
        this.connect();
      }
    }
  }

  tell(word) {
    if (word !== this.word) {
      this.word = word;
      this.state(word);
    }
  }
}
