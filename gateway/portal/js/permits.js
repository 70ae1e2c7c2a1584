import { act } from "./act.js";
import { change, create, Failed, onBehalf } from "./api.js";
import { boxes, groupName, targets } from "./boxes.js";
import { confirmed } from "./confirm.js";
import { el, pair } from "./dom.js";
import { date, moment, name, t } from "./language.js";
import { print } from "./print.js";
import { taskName } from "./tasks.js";

const KINDS = ["SOCIAL_CARE", "SOCIAL_TO_HEALTH", "HEALTH_TO_SOCIAL"];

/** A minor's patient data aren't a guardian's to permit. */
const kinds = () => KINDS.filter((kind) => kind !== "HEALTH_TO_SOCIAL" || onBehalf()?.role !== "GUARDIAN_OF_MINOR");

/** The permits inside social care and from one sector to the other; a choice names the information text shown. */
export function permits(given, textVersion, organisations, refresh) {
  const of = (kind) => given.find((permit) => permit.kind === kind);
  return el(
    "section",
    { "aria-labelledby": "permits" },
    el("h2", { id: "permits" }, t("permits.title")),
    el("p", {}, t("permits.lead")),
    el("div", { class: "cards" }, kinds().map((kind) => card(kind, of(kind), () => give(kind, textVersion, organisations, refresh), refresh))),
  );
}

function card(kind, permit, offer, refresh) {
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
    state === "GIVEN" ? withdraw(kind, permit, refresh) : offer(),
    permit && print(kind),
  );
}

function target({ recipient, serviceTasks = [], dataGroups = [], recordedFrom, recordedTo }) {
  const what = [...serviceTasks.map(taskName), ...dataGroups.map(groupName)].join(", ");
  const period = [
    recordedFrom && t("permit.from", { day: date(recordedFrom) }),
    recordedTo && t("permit.to", { day: date(recordedTo) }),
  ].filter(Boolean);
  return el(
    "li",
    {},
    [t(`recipient.${recipient.type}`), name(recipient.organisationName)].filter(Boolean).join(" "),
    el("span", { class: "task" }, [what, ...period].join("; ")),
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

function give(kind, textVersion, organisations, refresh) {
  const fields = boxes(kind, organisations);
  return act(
    t("permit.give"),
    "",
    async () => {
      const yes = await confirmed({
        title: t("permit.give.title"),
        text: [t(`permit.give.${kind}`), fields].filter(Boolean),
        act: t("permit.give"),
      });
      if (!yes) return null;
      const chosen = fields && targets(kind, fields);
      if (chosen?.length === 0) throw new Failed("refused", t("choose.none"));
      return create("/v1/my/permits", { kind, decision: "GIVEN", textVersion, ...(chosen && { targets: chosen }) });
    },
    refresh,
    t("permit.given"),
  );
}
