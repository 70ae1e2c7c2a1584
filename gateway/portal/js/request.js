import { act } from "./act.js";
import { answer } from "./answer.js";
import { create, Failed, save } from "./api.js";
import { area, written } from "./area.js";
import { el, pair, say } from "./dom.js";
import { date, name, t } from "./language.js";

const PATH = "/v1/my/log-requests";
const OPEN = ["RECEIVED", "EXPLANATION_ASKED"];

/** One request: how far it has come, the answer, and the way to ask for an explanation. */
export function requestCard(request, done) {
  const id = `request-${request.id}`;
  const { decision, explanations } = request;
  const card = el(
    "article",
    { class: `choice request ${request.overdue ? "set" : decision && decision.verdict !== "REFUSED" ? "given" : ""}`, "aria-labelledby": id },
    el("h3", { id, tabindex: "-1" }, name(request.controller)),
    el("p", {}, el("span", { class: "badge" }, t(`request.state.${request.state}`))),
    el(
      "dl",
      {},
      pair(t("request.receivedOn"), date(request.receivedOn)),
      pair(t("request.dueOn"), request.state === "RECEIVED" ? due(request) : null),
      pair(t("request.period"), `${date(request.from)} – ${date(request.to)}`),
      pair(t("ask.reason.short"), request.specialReason),
      pair(t("ask.concern.short"), request.concern),
      pair(t("request.decidedOn"), decision && date(decision.decidedOn)),
      pair(t("request.decision"), decision && t(`verdict.${decision.verdict}`)),
      pair(t("request.ground"), decision?.ground && t(`refusal.${decision.ground}`)),
      pair(t("request.reasons"), decision?.explanation),
      pair(t("request.fee"), decision?.fee && fee(decision.fee)),
    ),
    decision && decision.verdict !== "REFUSED" ? answer(request.id) : null,
    decision ? paper(t("request.pdf"), `${PATH}/${request.id}/document`, "lupa-log-answer.pdf") : null,
    explanations.length > 0 ? el("section", { class: "asked" }, el("h4", {}, t("request.explanations")), explanations.map(asked)) : null,
    explanations.length > 0
      ? paper(t("request.explanations.pdf"), `${PATH}/${request.id}/explanations/document`, "lupa-explanation.pdf")
      : null,
    OPEN.includes(request.state) ? null : question(request, done),
  );
  card.querySelectorAll("button").forEach((button) => button.setAttribute("aria-describedby", id));
  return card;
}

const due = ({ dueOn, overdue }) => (overdue ? t("request.overdue", { day: date(dueOn) }) : date(dueOn));

const fee = ({ asked, euros, costs }) => (asked ? `${euros} €. ${costs}` : t("request.fee.waived"));

const asked = (one) =>
  el(
    "dl",
    {},
    pair(t("request.question"), `${date(one.askedOn)}: ${one.question}`),
    pair(t("request.opinion"), one.answeredOn ? `${date(one.answeredOn)}: ${t(`opinion.${one.lawful}`)}` : t("request.waits")),
    pair(t("request.reasons"), one.opinion),
    pair(t("request.measures"), one.measures),
  );

const paper = (label, path, file) =>
  act(
    label,
    "quiet",
    async () => {
      await save(path, file);
      say(t("print.done"));
    },
    () => {},
    "",
  );

function question(request, done) {
  const text = area(`question-${request.id}`);
  return el(
    "details",
    {},
    el("summary", {}, t("request.ask")),
    el("p", {}, t("request.ask.lead")),
    el(
      "div",
      { class: "form" },
      el("p", {}, el("label", { for: text.id }, t("request.question")), text),
      act(
        t("request.ask.send"),
        "",
        () => {
          const body = written({ question: text });
          if (!body.question) throw new Failed("refused", t("request.ask.empty"));
          return create(`${PATH}/${request.id}/explanations`, body);
        },
        done,
        t("request.asked"),
      ),
    ),
  );
}
