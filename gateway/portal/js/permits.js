import { act } from "./act.js";
import { change, create, Failed } from "./api.js";
import { confirmed } from "./confirm.js";
import { el, pair } from "./dom.js";
import { date, moment, t } from "./language.js";
import { checkedTasks, taskBoxes, taskName } from "./tasks.js";

/** The two permits: inside social care, and from social care to health care; a choice names the information text shown. */
export function permits(given, textVersion, refresh) {
  const of = (kind) => given.find((permit) => permit.kind === kind);
  return el(
    "section",
    { "aria-labelledby": "permits" },
    el("h2", { id: "permits" }, t("permits.title")),
    el("p", {}, t("permits.lead")),
    el("div", { class: "cards" }, ["SOCIAL_CARE", "SOCIAL_TO_HEALTH"].map((kind) => card(kind, of(kind), textVersion, refresh))),
  );
}

function card(kind, permit, textVersion, refresh) {
  const state = permit?.state ?? "NONE";
  return el(
    "article",
    { class: `choice ${state.toLowerCase()}` },
    el("h3", {}, t(`permit.${kind}`)),
    el(
      "p",
      {},
      el("span", { class: "badge" }, el("span", { "aria-hidden": "true" }, state === "GIVEN" ? "✓" : "✕"), ` ${t(`permit.state.${state}`)}`),
    ),
    el("p", {}, t(`permit.text.${kind}`)),
    permit
      ? el(
          "dl",
          {},
          pair(t("choice.changed"), moment(permit.changedAt)),
          pair(t("choice.channel"), t(`channel.${permit.channel}`)),
          pair(t("permit.targets"), permit.targets.length ? el("ul", {}, permit.targets.map(target)) : null),
        )
      : null,
    state === "GIVEN" ? withdraw(kind, permit, refresh) : give(kind, textVersion, refresh),
  );
}

function target({ recipient, serviceTasks, recordedFrom, recordedTo }) {
  const period = [
    recordedFrom && t("permit.from", { day: date(recordedFrom) }),
    recordedTo && t("permit.to", { day: date(recordedTo) }),
  ].filter(Boolean);
  return el(
    "li",
    {},
    t(`recipient.${recipient.type}`),
    el("span", { class: "task" }, [serviceTasks.map(taskName).join(", "), ...period].join("; ")),
  );
}

const withdraw = (kind, permit, refresh) =>
  act(
    t("permit.withdraw"),
    "danger",
    async () =>
      (await confirmed({ title: t("permit.withdraw.title"), text: t(`permit.withdraw.${kind}`), act: t("permit.withdraw"), danger: true })) &&
      change(`/v1/my/permits/${permit.id}/withdrawal`, permit.version),
    refresh,
    t("permit.withdrawn"),
  );

function give(kind, textVersion, refresh) {
  const boxes = kind === "SOCIAL_TO_HEALTH" ? taskBoxes(t("permit.tasks")) : null;
  return act(
    t("permit.give"),
    "",
    async () => {
      const yes = await confirmed({
        title: t("permit.give.title"),
        text: [t(`permit.give.${kind}`), boxes].filter(Boolean),
        act: t("permit.give"),
      });
      if (yes && boxes && checkedTasks(boxes).length === 0) throw new Failed("refused", t("permit.tasks.none"));
      return yes && create("/v1/my/permits", decision(kind, textVersion, boxes));
    },
    refresh,
    t("permit.given"),
  );
}

function decision(kind, textVersion, boxes) {
  const permit = { kind, decision: "GIVEN", textVersion };
  if (!boxes) return permit;
  return { ...permit, targets: [{ recipient: { type: "PUBLIC_HEALTH_CARE" }, serviceTasks: checkedTasks(boxes) }] };
}
