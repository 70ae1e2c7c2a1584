import { put, read, remove } from "./api.js";
import { act } from "./act.js";
import { el } from "./dom.js";
import { language, moment, t } from "./language.js";

const PATH = "/v1/my/notifications";
const CHANNELS = ["EMAIL", "WEBHOOK"];
const WHATS = ["ALL_ACCESSES", "STATUTORY_ONLY"];

/** Whether and how the citizen wants to hear that there is something new in the log. */
export async function notifications() {
  return page(await read(PATH));
}

function page({ subscription }) {
  const channel = radios("channel", t("notify.channel"), CHANNELS, (one) => t(`notify.${one}`), subscription?.channel);
  const what = radios("what", t("notify.what"), WHATS, (one) => t(`notify.${one}`), subscription?.what);
  const address = el("input", { id: "address", type: "text", autocomplete: "email", maxlength: "500", value: subscription?.address });
  const wanted = () => ({ channel: chosen(channel), address: address.value.trim(), what: chosen(what), language: language() });
  return [
    el("h1", {}, t("notify.title")),
    el("p", { class: "lead" }, t("notify.lead")),
    el("div", { id: "note", tabindex: "-1", role: "status" }),
    now(subscription),
    el(
      "div",
      { class: "form" },
      channel,
      el("p", {}, el("label", { for: "address" }, t("notify.address")), address),
      what,
      act(t("notify.save"), "", () => put(PATH, wanted()), refresh, t("notify.saved")),
      subscription ? act(t("notify.end"), "quiet", () => remove(PATH), refresh, t("notify.ended")) : null,
    ),
  ].filter(Boolean);
}

function now(subscription) {
  if (!subscription) return el("p", { class: "notice" }, t("notify.off"));
  if (subscription.givenUpAt) return el("p", { class: "notice bad" }, t("notify.givenUp", { at: moment(subscription.givenUpAt) }));
  return el("p", { class: "notice" }, t("notify.on", { address: subscription.address }));
}

async function refresh(message) {
  const main = document.getElementById("main");
  main.replaceChildren(...(await notifications()));
  const note = document.getElementById("note");
  note.replaceChildren(el("p", { class: "notice good" }, message));
  note.focus();
}

const radios = (name, legend, values, label, current) =>
  el(
    "fieldset",
    {},
    el("legend", {}, legend),
    values.map((value, i) =>
      el("label", {}, el("input", { type: "radio", name, value, checked: current ? current === value : i === 0 }), label(value)),
    ),
  );

const chosen = (fields) => fields.querySelector("input:checked").value;
