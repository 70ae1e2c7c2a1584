import { Failed, read } from "./api.js";
import { allProhibitions } from "./choices.js";
import { documentCard } from "./document.js";
import { el, say } from "./dom.js";
import { t } from "./language.js";

const PAGE = 20;

/** The citizen's own documents, newest first: who could see each of them, and a way to prohibit it. */
export async function documents() {
  const [page, prohibitions] = await Promise.all([read(`/v1/my/documents?limit=${PAGE}`).catch(notInformed), allProhibitions()]);
  const head = [el("h1", {}, t("documents.title")), el("p", { class: "lead" }, t("documents.lead"))];
  if (!page) return [...head, informFirst()];
  const prohibited = new Set(prohibitions.filter(({ state }) => state === "SET").map(({ target }) => target.document));
  const list = el("ul", { class: "entries" });
  const more = el("div", { class: "more" });
  add(list, page.items, prohibited);
  offerMore(more, list, page.next, prohibited);
  return [...head, page.items.length === 0 ? el("p", { class: "notice" }, t("documents.none")) : null, list, more].filter(Boolean);
}

function notInformed(failure) {
  if (failure instanceof Failed && failure.code === "INFORMING_REQUIRED") return null;
  throw failure;
}

const informFirst = () => el("p", { class: "notice" }, t("documents.inform"), " ", el("a", { href: "#/choices" }, t("documents.inform.go")));

function add(list, items, prohibited) {
  const cards = items.map((item) => el("li", {}, documentCard(item, prohibited.has(item.id))));
  list.append(...cards);
  return cards[0];
}

function offerMore(more, list, next, prohibited) {
  if (!next) {
    more.replaceChildren();
    return;
  }
  const button = el("button", { type: "button", class: "button quiet" }, t("documents.more"));
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const page = await read(`/v1/my/documents?limit=${PAGE}&cursor=${encodeURIComponent(next)}`);
      const first = add(list, page.items, prohibited);
      offerMore(more, list, page.next, prohibited);
      say(t("documents.added", { count: page.items.length }));
      first?.querySelector("h2")?.focus();
    } catch (failure) {
      if (failure.kind === "ended") dispatchEvent(new Event("lupa:ended"));
      button.disabled = false;
      more.replaceChildren(el("p", { class: "notice bad", role: "alert" }, failure.text ?? t("away.lead")), button);
    }
  });
  more.replaceChildren(button);
}
