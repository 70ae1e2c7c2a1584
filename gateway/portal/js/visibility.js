import { ask } from "./api.js";
import { el } from "./dom.js";
import { name, t } from "./language.js";
import { unfold } from "./unfold.js";

/** A button that asks who could see a document now, and the answer below it. */
export const whoCouldSee = (document) => unfold(t("visibility.ask"), async () => told((await ask("/v1/my/visibility", { document })).items));

/** Ways that differ only in the professional's task read the same: each sentence stands once. */
function told(items) {
  const sentences = (given) => [...new Set(items.filter((item) => item.given === given).map((item) => name(item.sentence)))];
  const yes = sentences(true);
  const no = sentences(false);
  return [
    el("h3", { tabindex: "-1" }, t("visibility.yes")),
    yes.length === 0 ? el("p", {}, t("visibility.nobody")) : list(yes),
    no.length === 0 ? null : el("details", {}, el("summary", {}, t("visibility.no", { count: no.length })), list(no)),
    el("p", { class: "task" }, t("visibility.note")),
  ].filter(Boolean);
}

const list = (sentences) => el("ul", {}, sentences.map((sentence) => el("li", {}, sentence)));
