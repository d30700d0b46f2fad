import { live } from "./live.js";

/** Shows what the venue warns of while it lasts; each can be put away. */
export function alerts(banner) {
  const standing = new Map();
  const put = new Set();
  const paint = () => {
    const shown = [...standing.values()].filter((each) => !put.has(each.id));
    banner.hidden = shown.length === 0;
    banner.replaceChildren(
      ...shown.map((each) => {
        const line = document.createElement("p");
        line.dataset.severity = each.severity;
        const code = document.createElement("b");
        code.textContent = each.code.replaceAll("_", " ").toLowerCase();
        const text = document.createElement("span");
        text.textContent = each.text;
        const away = document.createElement("button");
        away.type = "button";
        away.textContent = "×";
        away.setAttribute("aria-label", `Put away: ${each.text}`);
        away.addEventListener("click", () => {
          put.add(each.id);
          paint();
        });
        line.append(code, text, away);
        return line;
      }),
    );
  };
  live.subscribe({ channel: "alerts" }, (frame) => {
    if (frame.type === "alert") {
      if (frame.data.state === "RAISED") {
        standing.set(frame.data.id, frame.data);
      } else {
        standing.delete(frame.data.id);
      }
      paint();
    }
  });
}
