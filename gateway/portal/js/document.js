import { act } from "./act.js";
import { create, onBehalf } from "./api.js";
import { confirmed } from "./confirm.js";
import { content } from "./content.js";
import { el, pair } from "./dom.js";
import { moment, name, t } from "./language.js";
import { taskName } from "./tasks.js";
import { whoCouldSee } from "./visibility.js";

/** One document with what can be asked and decided about it. After a prohibition it is drawn anew. */
export function documentCard(document, prohibited, message) {
  const id = `title-${document.id}`;
  const title = el("h2", { id, tabindex: "-1" }, name(document.title));
  const card = el(
    "article",
    { class: prohibited ? "choice set" : "choice", "aria-labelledby": id },
    title,
    el("p", { class: "top" }, el("span", { class: "kind" }, name(document.kind)), prohibited && badge()),
    message ? el("p", { class: "notice good", role: "status" }, message) : null,
    el(
      "dl",
      {},
      pair(t("documents.controller"), name(document.controller)),
      pair(t("documents.tasks"), document.serviceTasks.map(taskName).join(", ")),
      pair(t("documents.recorded"), moment(document.recordedAt)),
    ),
    content(document.id),
    whoCouldSee(document.id),
    prohibited ? el("p", {}, el("a", { href: "#/choices" }, t("documents.cancel"))) : prohibit(document, redraw),
  );

  card.querySelectorAll("button").forEach((button) => button.setAttribute("aria-describedby", id));

  function redraw(text) {
    const fresh = documentCard(document, true, text);
    card.replaceWith(fresh);
    fresh.querySelector("h2").focus();
  }

  return card;
}

const badge = () => el("span", { class: "badge" }, el("span", { "aria-hidden": "true" }, "✕"), ` ${t("documents.prohibited")}`);

/** A guardian can't prohibit for a child here; a professional can record it. */
function prohibit(document, done) {
  if (onBehalf()?.role === "GUARDIAN_OF_MINOR") return null;
  return act(
    t("documents.prohibit"),
    "danger",
    async () =>
      (await confirmed({
        title: t("prohibition.set.title"),
        text: t("documents.prohibit.text", { what: name(document.title) }),
        act: t("prohibition.set"),
        danger: true,
      })) && create("/v1/my/prohibitions", { target: { type: "DOCUMENT", document: document.id } }),
    done,
    t("prohibition.saved"),
  );
}
