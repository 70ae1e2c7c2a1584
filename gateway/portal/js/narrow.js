import { el } from "./dom.js";
import { name, t } from "./language.js";
import { TASKS, taskName } from "./tasks.js";

const KINDS = ["ACCESS", "BREAK_GLASS", "DOCUMENT_STORED", "DOCUMENT_VOIDED", "DOCUMENT_DESTROYED", "RIGHT", "DECLARATION", "REPRESENTATION", "REPRESENTATIVE_VIEWED", "LOG_READ", "ERASED"];
const BASES = ["OWN_REGISTER", "REGISTER_USAGE_RIGHT", "DISCLOSURE"];

/**
 * What the log is narrowed to, as a form. It remembers the choice in `chosen`; `onChosen` is called with it.
 * No value means everything.
 */
export function narrow(organisations, chosen, onChosen) {
  const form = el(
    "form",
    { class: "narrowing" },
    day("from", chosen.from),
    day("to", chosen.to),
    choice("organisation", organisations.map((one) => [one.id, name(one.name) ?? t("entry.unknown")]), chosen.organisation),
    choice("kind", KINDS.map((kind) => [kind, t(`kind.${kind}`)]), chosen.kind),
    choice("basis", BASES.map((basis) => [basis, t(`basis.${basis}`)]), chosen.basis),
    choice("serviceTask", TASKS.map((task) => [task, taskName(task)]), chosen.serviceTask),
    el(
      "div",
      { class: "buttons" },
      el("button", { type: "submit", class: "button" }, t("narrow.show")),
      el("button", { type: "button", class: "button quiet", onclick: () => onChosen({}) }, t("narrow.all")),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    onChosen(Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== "")));
  });
  return el("details", { open: Object.keys(chosen).length > 0 }, el("summary", {}, t("narrow.title")), form);
}

/** The choice as the end of an address. */
export const asQuery = (chosen) => Object.entries(chosen).map(([key, value]) => `&${key}=${encodeURIComponent(value)}`).join("");

const day = (field, value) =>
  el("div", {}, el("label", { for: `narrow-${field}` }, t(`narrow.${field}`)), el("input", { type: "date", id: `narrow-${field}`, name: field, value }));

const choice = (field, options, value) =>
  el(
    "div",
    {},
    el("label", { for: `narrow-${field}` }, t(`narrow.${field}`)),
    el(
      "select",
      { id: `narrow-${field}`, name: field },
      el("option", { value: "" }, t("narrow.any")),
      options.map(([code, text]) => el("option", { value: code, selected: code === value }, text)),
    ),
  );
