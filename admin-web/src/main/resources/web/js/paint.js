// One paint an animation frame: what has changed is noted, and painted together.
const due = new Set();
let asked = false;

/** Has `painter` called once before the next frame, however often it is asked for. */
export function paintSoon(painter) {
  due.add(painter);
  if (!asked) {
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      const now = [...due];
      due.clear();
      for (const each of now) {
        each();
      }
    });
  }
}

/** Sets a text only when it differs, so that nothing is laid out anew without need. */
export function setText(element, text) {
  if (element.firstChild?.nodeType === Node.TEXT_NODE && element.childNodes.length === 1) {
    if (element.firstChild.data !== text) {
      element.firstChild.data = text;
    }
  } else {
    element.textContent = text;
  }
}
