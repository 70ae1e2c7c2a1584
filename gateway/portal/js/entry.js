import { el, pair } from "./dom.js";
import { day, name, t, time } from "./language.js";

/** One entry of the log as a card. Its outcome is said by a word and a sign, the colour only underlines it. */
export function entry(item) {
  const outcome = outcomeOf(item);
  return el(
    "li",
    { class: `entry ${outcome.toLowerCase()} ${item.kind.toLowerCase()}` },
    el(
      "article",
      {},
      el(
        "p",
        { class: "top" },
        el("time", { datetime: item.time, title: day(item.time) }, time(item.time)),
        el("span", { class: "badge" }, el("span", { "aria-hidden": "true" }, SIGNS[outcome]), ` ${t(`outcome.${outcome}`)}`),
        el("span", { class: item.kind === "BREAK_GLASS" ? "kind loud" : "kind" }, t(`kind.${item.kind}`)),
      ),
      el("h3", { tabindex: "-1" }, who(item)),
      el("p", {}, item.sentence),
      item.reason ? el("p", { class: "reason" }, el("strong", {}, `${t("entry.reason")}: `), item.reason) : null,
      el(
        "dl",
        {},
        pair(t("entry.unit"), name(item.unit)),
        pair(t("entry.controllers"), item.controllers.map(name).join(", ")),
        pair(t("entry.source"), item.source === "HEALTH" ? t("entry.source.HEALTH") : null),
        pair(t("entry.purpose"), item.purpose),
        pair(t("entry.basis"), basis(item)),
        pair(t("entry.wideSearch"), item.wideSearch),
        pair(t("entry.documents"), documents(item.documents)),
      ),
    ),
  );
}

/** Who acted: an organisation, the citizen, or who acts for the citizen, by right and not by name. */
function who({ kind, organisation, representative }) {
  if (organisation) return name(organisation);
  if (representative) return t(`representative.${representative}`);
  if (kind === "ERASED") return t("entry.operator");
  return t(kind === "DECLARATION" ? "entry.you" : "entry.unknown");
}

/** Of an access its outcome, or that there was nothing to give; a storing or a voiding that succeeded is simply that. */
function outcomeOf({ kind, outcome, documents }) {
  if (kind === "ACCESS" || kind === "BREAK_GLASS") return outcome === "PERMITTED" && documents.length === 0 ? "NOTHING_FOUND" : outcome;
  if (outcome !== "DENIED") return kind;
  return kind === "DOCUMENT_VOIDED" ? "NOT_VOIDED" : "NOT_STORED";
}

const SIGNS = { PERMITTED: "✓", PARTIAL: "◐", NOTHING_FOUND: "○", DENIED: "✕", NOT_STORED: "✕", NOT_VOIDED: "✕", DOCUMENT_STORED: "＋", DOCUMENT_VOIDED: "⊘", DOCUMENT_DESTROYED: "－", VISIBILITY_SEARCHED: "?", LOG_READ: "≡", DISCLOSURE_NOTICE: "➔", LOG_REQUEST: "✉", RIGHT: "§", DECLARATION: "✎", REPRESENTATION: "⚇", CLIENT_LINKED: "⇄", REPRESENTATIVE_VIEWED: "◉", BREAK_GLASS_REVIEWED: "✓", ERASED: "⌫" };

function basis(item) {
  const words = [item.basis && t(`basis.${item.basis}`), item.ground && t(`ground.${item.ground}`)].filter(Boolean);
  const references = item.legalReferences.map((reference) =>
    el("li", {}, el("span", { class: "section" }, [reference.act, reference.section].filter(Boolean).join(", ")), ` ${reference.text}`),
  );
  return [
    words.length ? el("span", {}, words.join(": ")) : null,
    references.length ? el("ul", { class: "references" }, references) : null,
  ];
}

function documents(kinds) {
  if (kinds.length === 0) return null;
  return el(
    "ul",
    {},
    kinds.map((kind) =>
      el(
        "li",
        {},
        `${kind.displayName}${kind.count > 1 ? ` (${t("entry.count", { count: kind.count })})` : ""}`,
        el("span", { class: "task" }, kind.serviceTasks.map((task) => task.name).join(", ")),
      ),
    ),
  );
}
