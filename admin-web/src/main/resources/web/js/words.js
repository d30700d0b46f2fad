// The venue's words as people read them, and the tone that goes with each.

const GOOD = new Set(["CONTINUOUS", "LOGGED_ON", "FILLED", "OK", "UP", "LEADER", "RELEASED", "ENABLED", "INFO"]);
const BAD = new Set(["HALTED", "CLOSED", "CANCEL_ONLY", "DISABLED", "REJECTED", "REFUSED", "ENGAGED", "BUSTED", "DOWN", "ERROR", "EXPIRED"]);
const WARN = new Set(["OPENING_AUCTION", "CLOSING_AUCTION", "VOLATILITY_AUCTION", "PRE_OPEN", "UNKNOWN", "CORRECTED", "WARNING", "PARTIALLY_FILLED", "DEGRADED"]);

/** good, bad, warn or plain. */
export function tone(word) {
  return GOOD.has(word) ? "good" : BAD.has(word) ? "bad" : WARN.has(word) ? "warn" : "plain";
}

/** "OPENING_AUCTION" as "Opening auction". */
export function spoken(word) {
  if (!word) {
    return "–";
  }
  const text = String(word).toLowerCase().replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a phase does, for those who set it. */
export const PHASES = {
  HALTED: "Nothing trades; orders stay and may be cancelled or replaced downward.",
  CANCEL_ONLY: "Orders may only be cancelled.",
  CONTINUOUS: "Orders trade as they arrive.",
  PRE_OPEN: "Orders are taken and rest; nothing trades.",
  OPENING_AUCTION: "Orders gather until the end, then trade at one price.",
  CLOSING_AUCTION: "Orders gather until the end, then trade at one price.",
  VOLATILITY_AUCTION: "Trading pauses; orders gather until the end, then trade at one price.",
  CLOSED: "Day orders expire. New orders are refused.",
};

export const AUCTIONS = ["OPENING_AUCTION", "CLOSING_AUCTION", "VOLATILITY_AUCTION"];

/** "2026-11-22T09:30:00.123456Z" as "22 Nov 09:30:00" in UTC; with the time alone for today. */
export function when(text, withMillis = false) {
  if (!text) {
    return "–";
  }
  const time = text.slice(11, withMillis ? 23 : 19);
  if (text.slice(0, 10) === new Date().toISOString().slice(0, 10)) {
    return time;
  }
  const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return `${text.slice(8, 10)} ${months[Number(text.slice(5, 7)) - 1]} ${time}`;
}

/** A count with its noun: "1 order", "3 orders". */
export const counted = (count, noun) => `${Number(count).toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

/** Bytes as "12.3 MB". */
export function bytes(count) {
  if (count === null || count === undefined) {
    return "–";
  }
  const units = ["B", "kB", "MB", "GB", "TB"];
  let size = count;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit++;
  }
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}

/** Seconds as "3 h 12 min". */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) {
    return "–";
  }
  if (seconds < 90) {
    return `${Math.round(seconds)} s`;
  }
  if (seconds < 5400) {
    return `${Math.round(seconds / 60)} min`;
  }
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
}

/** A local time of the form's kind as the venue's text, or null. */
export const utc = (local) => (local ? new Date(local).toISOString() : null);
