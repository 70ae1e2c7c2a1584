import { el } from "./dom.js";
import { name, t } from "./language.js";
import { TASKS, taskName } from "./tasks.js";

const GROUPS = ["SUMMARY", "ENTRIES", "STATEMENTS"];

/** Whose data, by sector of who gets them: the public ones together, private ones by name. */
const RECIPIENTS = {
  SOCIAL_TO_HEALTH: { sector: "HEALTH", everyone: "PUBLIC_HEALTH_CARE" },
  HEALTH_TO_SOCIAL: { sector: "SOCIAL", everyone: "PUBLIC_SOCIAL_CARE" },
};

export const groupName = (group) => t(`group.${group}`);

/** To whom and about what a permit from one sector to the other is given, as check boxes; null for other permits. */
export function boxes(kind, organisations) {
  const to = RECIPIENTS[kind];
  if (!to) return null;
  const named = organisations.filter((one) => one.sector === to.sector && one.ownership === "PRIVATE");
  return el(
    "div",
    { class: "targets" },
    fieldset("recipient", t("choose.recipients"), [
      [to.everyone, t(`recipient.${to.everyone}`), true],
      ...named.map((one) => [one.id, name(one.name), false]),
    ]),
    kind === "SOCIAL_TO_HEALTH"
      ? fieldset("what", t("choose.tasks"), TASKS.map((task) => [task, taskName(task), true]))
      : fieldset("what", t("choose.groups"), GROUPS.map((group) => [group, groupName(group), true])),
  );
}

/** The permit's targets as chosen, none when a choice is missing. */
export function targets(kind, fields) {
  const { everyone } = RECIPIENTS[kind];
  const what = checked(fields, "what");
  if (what.length === 0) return [];
  return checked(fields, "recipient").map((one) => ({
    recipient: one === everyone ? { type: everyone } : { type: "PRIVATE_PROVIDER", organisation: one },
    [kind === "SOCIAL_TO_HEALTH" ? "serviceTasks" : "dataGroups"]: what,
  }));
}

const checked = (fields, part) => [...fields.querySelectorAll(`input[name="${part}"]:checked`)].map((box) => box.value);

const fieldset = (part, legend, values) =>
  el(
    "fieldset",
    {},
    el("legend", {}, legend),
    values.map(([value, text, chosen]) => el("label", {}, el("input", { type: "checkbox", name: part, value, checked: chosen }), text)),
  );
