import { el } from "./dom.js";
import { moment, t } from "./language.js";

/** What the log promises about itself: since when, up to when it is complete, and what could not be read. */
export function coverage(promise) {
  const upTo = promise.completeUpTo;
  const late = promise.sources.filter((source) => source.completeUpTo === null || isLate(source.completeUpTo, promise.to));
  return el(
    "section",
    { class: "coverage", "aria-labelledby": "coverage" },
    el("h2", { id: "coverage" }, t("coverage.title")),
    el(
      "p",
      {},
      upTo
        ? t("coverage.complete", { from: moment(promise.from), upTo: moment(upTo) })
        : t("coverage.notYet", { from: moment(promise.from) }),
    ),
    late.length === 0
      ? null
      : el("p", {}, t("coverage.late", { sources: late.map((source) => t(`source.${source.source}`)).join(", ") })),
    promise.gaps.map((gap) =>
      el(
        "p",
        { class: "notice bad" },
        t("coverage.gap", { count: gap.count, source: t(`source.${gap.source}`), from: moment(gap.from), to: moment(gap.to) }),
      ),
    ),
  );
}

const MINUTE = 60_000;
const isLate = (upTo, now) => new Date(now) - new Date(upTo) > MINUTE;
