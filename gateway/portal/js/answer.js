import { act } from "./act.js";
import { read } from "./api.js";
import { el, pair, say } from "./dom.js";
import { date, moment, name, t } from "./language.js";

const PAGE = 50;

/** A button that shows the answer to a request under it, page by page: who used the data, by name. */
export function answer(request) {
  const list = el("ul", { class: "entries answer", tabindex: "-1" });
  const place = el("div", {});
  const show = act(t("answer.show"), "quiet", () => page(request, list, place, ""), () => show.remove(), "");
  return el("div", {}, show, list, place);
}

async function page(request, list, place, cursor) {
  const found = await read(`/v1/my/log-requests/${request}/answer?limit=${PAGE}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
  const items = [...found.notices.map(notice), ...found.items.map(item)];
  list.append(...items);
  if (items.length === 0 && !found.next) list.append(el("li", {}, el("p", { class: "notice" }, t("answer.none"))));
  say(t("answer.shown", { count: items.length }));
  list.focus();
  const more = found.next && act(t("answer.more"), "quiet", () => page(request, list, place, found.next), () => {}, "");
  place.replaceChildren(...[more].filter(Boolean));
  return found;
}

const item = (one) =>
  el(
    "li",
    { class: `entry ${one.outcome.toLowerCase()}` },
    el("p", { class: "top" }, el("time", { datetime: one.time }, moment(one.time)), el("span", { class: "kind" }, name(one.act))),
    el(
      "dl",
      {},
      pair(t("answer.who"), one.professional && `${one.professional.name}, ${name(one.professional.role)}`),
      pair(t("answer.where"), [name(one.organisation), name(one.unit)].filter(Boolean).join(", ")),
      pair(t("entry.purpose"), name(one.purpose)),
      pair(t("entry.basis"), name(one.ground)),
      pair(t("entry.documents"), documents(one.documents)),
      pair(t("answer.outcome"), one.outcome === "DENIED" ? t("outcome.DENIED") : null),
    ),
  );

const notice = (one) =>
  el(
    "li",
    { class: "entry" },
    el("p", { class: "top" }, el("time", { datetime: one.disclosedOn }, date(one.disclosedOn)), el("span", { class: "kind" }, t("kind.DISCLOSURE_NOTICE"))),
    el(
      "dl",
      {},
      pair(t("answer.recipient"), `${one.recipientName}, ${name(one.recipient ?? one.recipientKind)}`),
      pair(t("answer.discloser"), one.discloser),
      pair(t("entry.purpose"), name(one.purpose)),
      pair(t("entry.basis"), [name(one.ground), one.provision].filter(Boolean).join(", ")),
      pair(t("entry.documents"), [documents(one.documents), one.disclosed].filter(Boolean).join(" ")),
    ),
  );

const documents = (all) => all.map((one) => `${name(one.name)} (${t("entry.count", { count: one.count })})`).join(", ");
