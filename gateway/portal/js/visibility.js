import { ask } from "./api.js";
import { el } from "./dom.js";
import { name, t } from "./language.js";

/** A button that asks who could see a document now, and the answer below it. */
export function whoCouldSee(document) {
  const answer = el("div", { class: "who" });
  const button = el("button", { type: "button", class: "button quiet", "aria-expanded": "false" }, t("visibility.ask"));
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-expanded") === "true") {
      answer.replaceChildren();
      button.setAttribute("aria-expanded", "false");
      return;
    }
    button.disabled = true;
    try {
      answer.replaceChildren(...told((await ask("/v1/my/visibility", { document })).items));
      button.setAttribute("aria-expanded", "true");
    } catch (failure) {
      if (failure.kind === "ended") dispatchEvent(new Event("lupa:ended"));
      answer.replaceChildren(el("p", { class: "notice bad", role: "alert" }, failure.text ?? t("away.lead")));
    }
    button.disabled = false;
    answer.querySelector("h3")?.focus();
  });
  return el("div", { class: "act" }, button, answer);
}

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
