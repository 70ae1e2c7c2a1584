import { read } from "./api.js";
import { el, say } from "./dom.js";
import { acted } from "./acted.js";
import { coverage } from "./coverage.js";
import { entry } from "./entry.js";
import { day, t } from "./language.js";
import { asQuery, narrow } from "./narrow.js";
import { takeaway } from "./takeaway.js";
import { withheld } from "./withheld.js";

const PAGE = 20;

/** The citizen's log: how far it reaches, then the entries by day, newest first. */
export async function log() {
  const [page, organisations] = await Promise.all([readPage({}), read("/v1/my/log/organisations")]);
  const found = el("div", { class: "found" });
  draw({}, page, false);
  return [el("h1", {}, t("log.title")), el("p", { class: "lead" }, t("log.lead")), coverage(page.coverage), found];

  /** Draws what is chosen; afterwards the focus is on how much that is. */
  function draw(chosen, page, moveFocus) {
    const query = asQuery(chosen);
    const days = el("div", { class: "days" });
    const more = el("div", { class: "more" });
    add(days, page.items);
    offerMore(more, days, page.next, query);
    const empty = page.items.length === 0 ? el("p", { class: "notice" }, t(query ? "narrow.nothing" : "log.empty")) : null;
    const result = el("div", { tabindex: "-1", class: "result" }, empty, days, more);
    found.replaceChildren(
      ...[
        narrow(organisations.items, chosen, choose),
        acted(organisations.items, (organisation) => choose({ organisation })),
        takeaway(query),
        withheld(page.withheld),
        result,
      ].flat().filter(Boolean),
    );
    if (moveFocus) {
      result.focus();
      say(empty ? t("narrow.nothing") : t("narrow.shown", { count: page.items.length }));
    }
  }

  async function choose(chosen) {
    try {
      draw(chosen, await readPage(chosen), true);
    } catch (failure) {
      if (failure.kind === "ended") dispatchEvent(new Event("lupa:ended"));
      else found.prepend(el("p", { class: "notice bad", role: "alert" }, failure.text ?? t("away.lead")));
    }
  }
}

const readPage = (chosen) => read(`/v1/my/log?limit=${PAGE}${asQuery(chosen)}`);

/** Entries of one day stand under one heading, also across pages. */
function add(days, items) {
  let first = null;
  for (const item of items) {
    const title = day(item.time);
    let group = days.lastElementChild;
    if (group?.dataset.day !== title) {
      group = el("section", { "data-day": title }, el("h2", {}, title), el("ol", { class: "entries" }));
      days.append(group);
    }
    const card = entry(item);
    group.querySelector("ol").append(card);
    first ??= card;
  }
  return first;
}

function offerMore(more, days, next, query) {
  if (!next) {
    more.replaceChildren();
    return;
  }
  const button = el("button", { type: "button", class: "button quiet" }, t("log.more"));
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const page = await read(`/v1/my/log?limit=${PAGE}${query}&cursor=${encodeURIComponent(next)}`);
      const first = add(days, page.items);
      offerMore(more, days, page.next, query);
      say(t("log.added", { count: page.items.length }));
      first?.querySelector("h3")?.focus();
    } catch (failure) {
      if (failure.kind === "ended") dispatchEvent(new Event("lupa:ended"));
      button.disabled = false;
      more.replaceChildren(el("p", { class: "notice bad", role: "alert" }, failure.text ?? t("away.lead")), button);
    }
  });
  more.replaceChildren(button);
}
