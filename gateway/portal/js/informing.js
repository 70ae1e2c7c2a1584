import { act } from "./act.js";
import { create } from "./api.js";
import { el } from "./dom.js";
import { language, moment, t } from "./language.js";

/** The version of the texts below that the citizen reads here; it is stored with each choice. */
export const TEXT_VERSION = "portal-2026-1";

/** What sharing means and whether the citizen has been told; nothing can be chosen before that. */
export function informing(informed, refresh) {
  const text = [t("informing.text1"), t("informing.text2"), t("informing.text3")].map((part) => el("p", {}, part));
  return el(
    "section",
    { "aria-labelledby": "informing" },
    el("h2", { id: "informing" }, t("informing.title")),
    informed
      ? [
          el("p", {}, el("span", { class: "badge good" }, el("span", { "aria-hidden": "true" }, "✓"), ` ${t("informing.done", { when: moment(informed.informedAt) })}`)),
          el("details", {}, el("summary", {}, t("informing.read")), text),
        ]
      : [
          text,
          act(
            t("informing.acknowledge"),
            "",
            () => create("/v1/my/informing", { textVersion: TEXT_VERSION, language: language() }),
            refresh,
            t("informing.saved"),
          ),
        ],
  );
}
