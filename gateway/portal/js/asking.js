import { act } from "./act.js";
import { create } from "./api.js";
import { area, written } from "./area.js";
import { el } from "./dom.js";
import { language, name, t } from "./language.js";

/** The form of a new request for log data. `done(message)` is called after it has been sent. */
export function asking(controllers, done, open) {
  const names = controllers
    .map(({ id, name: names }) => [id, name(names)])
    .sort(([, one], [, other]) => one.localeCompare(other, language()));
  const controller = el(
    "select",
    { id: "ask-controller", name: "controller" },
    names.map(([id, text]) => el("option", { value: id }, text)),
  );
  const from = el("input", { type: "date", id: "ask-from" });
  const to = el("input", { type: "date", id: "ask-to" });
  const specialReason = area("ask-reason");
  const concern = area("ask-concern");
  const body = () => ({
    controller: controller.value,
    ...(from.value && { from: from.value }),
    ...(to.value && { to: to.value }),
    ...written({ specialReason, concern }),
  });
  return el(
    "details",
    { open },
    el("summary", {}, t("ask.title")),
    el("p", {}, t("ask.lead")),
    el(
      "div",
      { class: "form" },
      el("p", {}, el("label", { for: "ask-controller" }, t("ask.controller")), controller),
      el("p", {}, el("label", { for: "ask-from" }, t("ask.from")), from),
      el("p", {}, el("label", { for: "ask-to" }, t("ask.to")), to),
      el("p", {}, el("label", { for: "ask-reason" }, t("ask.reason")), specialReason),
      el("p", {}, el("label", { for: "ask-concern" }, t("ask.concern")), concern),
      act(t("ask.send"), "", () => create("/v1/my/log-requests", body()), done, t("ask.sent")),
    ),
  );
}
