import { el } from "./dom.js";
import { language, t } from "./language.js";

/** The page of somebody who hasn't signed in. */
export const welcome = (failedBefore) => [
  el("h1", {}, t("welcome.title")),
  failedBefore ? el("p", { class: "notice bad", role: "alert" }, t("signIn.failed")) : null,
  el("p", { class: "lead" }, t("welcome.lead")),
  el("ul", {}, el("li", {}, t("welcome.log")), el("li", {}, t("welcome.documents")), el("li", {}, t("welcome.choices"))),
  signIn(),
  signInFor(),
].filter(Boolean);

/** The session is over: nothing of it stays on the page. */
export const ended = () => [
  el("h1", {}, t("ended.title")),
  el("p", { class: "lead", role: "alert" }, t("ended.lead")),
  signIn(),
];

/** This gateway lets nobody sign in. */
export const closed = () => [el("h1", {}, t("welcome.title")), el("p", { class: "notice" }, t("closed"))];

/** The service didn't answer; with a button to try again. */
export const away = (text, again) => [
  el("h1", {}, t("away.title")),
  el("p", { class: "notice bad", role: "alert" }, text ?? t("away.lead")),
  el("p", {}, el("button", { type: "button", class: "button", onclick: again }, t("again"))),
];

/** What isn't for this reader; trying again wouldn't help. */
export const refused = (text) => [
  el("h1", {}, t("refused.title")),
  el("p", { class: "notice", role: "alert" }, text ?? t("refused.lead")),
];

const signInFor = () =>
  el("p", {}, el("a", { href: `/portal/login?lang=${language()}&for=other` }, t("signIn.other")));

const signIn = () => el("p", {}, el("a", { class: "button", href: `/portal/login?lang=${language()}` }, t("signIn")));
