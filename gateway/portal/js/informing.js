import { act } from "./act.js";
import { create } from "./api.js";
import { el } from "./dom.js";
import { language, moment, name, t } from "./language.js";

/** The information text in force, and whether the citizen has read it; before the first reading nothing can be chosen. */
export function informing(informed, text, refresh) {
  const paragraphs = name(text.text)
    .split("\n")
    .map((part) => el("p", {}, part));
  return el(
    "section",
    { "aria-labelledby": "informing" },
    el("h2", { id: "informing" }, t("informing.title")),
    informed && el("p", {}, badge(informed)),
    informed?.due && el("p", { class: "notice" }, t("informing.due")),
    informed && !informed.due
      ? el("details", {}, el("summary", {}, t("informing.read")), paragraphs)
      : [paragraphs, acknowledge(text, refresh)],
  );
}

const badge = ({ informedAt, due }) =>
  el(
    "span",
    { class: due ? "badge" : "badge good" },
    el("span", { "aria-hidden": "true" }, due ? "!" : "✓"),
    ` ${t("informing.done", { when: moment(informedAt) })}`,
  );

const acknowledge = (text, refresh) =>
  act(
    t("informing.acknowledge"),
    "",
    () => create("/v1/my/informing", { textVersion: text.version, language: language() }),
    refresh,
    t("informing.saved"),
  );
