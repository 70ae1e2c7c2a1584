/**
 * Makes an element. Attributes whose value is null, undefined or false are left out; `on...` attributes are listeners.
 * Children may be nodes, texts, arrays of them; null, undefined and false are left out. Texts are never read as HTML.
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** A pair of a description list, or nothing when there is nothing to say. */
export function pair(name, ...values) {
  const said = values.flat(Infinity).filter((value) => value !== null && value !== undefined && value !== "");
  return said.length === 0 ? null : el("div", {}, el("dt", {}, name), el("dd", {}, said));
}

/** Says a text to a screen reader without moving the focus. */
export function say(text) {
  document.getElementById("status").textContent = text;
}
