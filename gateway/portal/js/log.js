import { read } from "./api.js";
import { el, say } from "./dom.js";
import { coverage } from "./coverage.js";
import { entry } from "./entry.js";
import { day, t } from "./language.js";

const PAGE = 20;

/** The citizen's log: how far it reaches, then the entries by day, newest first. */
export async function log() {
  const page = await read(`/v1/my/log?limit=${PAGE}`);
  const days = el("div", { class: "days" });
  const more = el("div", { class: "more" });
  add(days, page.items);
  offerMore(more, days, page.next);
  return [
    el("h1", {}, t("log.title")),
    el("p", { class: "lead" }, t("log.lead")),
    coverage(page.coverage),
    page.items.length === 0 ? el("p", { class: "notice" }, t("log.empty")) : null,
    days,
    more,
  ].filter(Boolean);
}

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

function offerMore(more, days, next) {
  if (!next) {
    more.replaceChildren();
    return;
  }
  const button = el("button", { type: "button", class: "button quiet" }, t("log.more"));
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const page = await read(`/v1/my/log?limit=${PAGE}&cursor=${encodeURIComponent(next)}`);
      const first = add(days, page.items);
      offerMore(more, days, page.next);
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
