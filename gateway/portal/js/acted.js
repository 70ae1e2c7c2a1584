import { el } from "./dom.js";
import { moment, name, t } from "./language.js";

/** Who acted in the log: how often each asked for data and when last; `onOnly` is called to show only one of them. */
export function acted(organisations, onOnly) {
  if (organisations.length === 0) return null;
  return el(
    "details",
    {},
    el("summary", {}, t("acted.title", { count: organisations.length })),
    el(
      "ul",
      { class: "acted" },
      organisations.map((one) => {
        const who = name(one.name) ?? t("entry.unknown");
        return el(
          "li",
          {},
          el("strong", {}, who),
          el("span", {}, t("acted.accesses", { count: one.accesses })),
          el("span", { class: "task" }, t("acted.last", { when: moment(one.lastEntry) })),
          el(
            "button",
            { type: "button", class: "link", "aria-label": t("acted.onlyOf", { who }), onclick: () => onOnly(one.id) },
            t("acted.only"),
          ),
        );
      }),
    ),
  );
}
