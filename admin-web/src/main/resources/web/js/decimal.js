// Decimal texts as whole numbers of their smallest unit: sums and differences are exact.

/** Decimals of a text such as a tick size. */
export function decimalsOf(text) {
  const point = text.indexOf(".");
  return point < 0 ? 0 : text.length - point - 1;
}

/** "99.50" with 2 decimals is 9950n. */
export function units(text, decimals) {
  const negative = text.startsWith("-");
  const [whole, part = ""] = (negative ? text.slice(1) : text).split(".");
  const value = BigInt(whole + part.padEnd(decimals, "0").slice(0, decimals));
  return negative ? -value : value;
}

/** 9950n with 2 decimals is "99.50"; thousands are set apart on demand. */
export function format(value, decimals, grouped = false) {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const whole = grouped ? group(digits.slice(0, cut)) : digits.slice(0, cut);
  return (negative ? "-" : "") + whole + (decimals > 0 ? "." + digits.slice(cut) : "");
}

/** "1234567.50" as "1,234,567.50". */
export function grouped(text) {
  const [whole, part] = text.split(".");
  return group(whole) + (part === undefined ? "" : "." + part);
}

function group(whole) {
  return whole.replace(/\B(?=(\d{3})+$)/g, ",");
}
