import { ask, put, read, remove } from "./api.js";
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
  const save = () => put(PATH, wanted());
  return [
    el("h1", {}, t("notify.title")),
    el("p", { class: "lead" }, t("notify.lead")),
    el("div", { id: "note", tabindex: "-1", role: "status" }),
    now(subscription),
    waits(subscription) ? confirming() : null,
    el(
      "div",
      { class: "form" },
      channel,
      el("p", {}, el("label", { for: "address" }, t("notify.address")), address),
      what,
      act(t("notify.save"), "", save, refresh, ""),
      subscription ? act(t("notify.end"), "quiet", () => remove(PATH), refresh, t("notify.ended")) : null,
    ),
  ].filter(Boolean);
}

function now(subscription) {
  if (!subscription) return el("p", { class: "notice" }, t("notify.off"));
  if (subscription.givenUpAt) return el("p", { class: "notice bad" }, t("notify.givenUp", { at: moment(subscription.givenUpAt) }));
  if (waits(subscription)) return el("p", { class: "notice" }, t("notify.waits", { address: subscription.address }));
  return el("p", { class: "notice" }, t("notify.on", { address: subscription.address }));
}

/** Nothing but a code is sent to an address until the code has come back. */
const waits = (subscription) => subscription && !subscription.confirmedAt;

function confirming() {
  const code = el("input", { id: "code", type: "text", inputmode: "numeric", autocomplete: "one-time-code", maxlength: "6" });
  return el(
    "div",
    { class: "form" },
    el("p", {}, el("label", { for: "code" }, t("notify.code")), code),
    act(t("notify.confirm"), "", () => ask(`${PATH}/confirmation`, { code: code.value.trim() }), refresh, t("notify.saved")),
  );
}

async function refresh(message) {
  const main = document.getElementById("main");
  main.replaceChildren(...(await notifications()));
  const note = document.getElementById("note");
  note.replaceChildren(el("p", { class: "notice good" }, message || t(document.getElementById("code") ? "notify.codeSent" : "notify.saved")));
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
