import { el } from "./dom.js";
import { t } from "./language.js";
import { TASKS, taskName } from "./tasks.js";

const GROUPS = ["SUMMARY", "ENTRIES", "STATEMENTS"];

export const groupName = (group) => t(`group.${group}`);

/** What a permit from one sector to the other is about, as check boxes, all chosen at first; null for other permits. */
export function boxes(kind) {
  if (kind === "SOCIAL_TO_HEALTH") return fieldset(t("choose.tasks"), TASKS, taskName);
  if (kind === "HEALTH_TO_SOCIAL") return fieldset(t("choose.groups"), GROUPS, groupName);
  return null;
}

export const checked = (fields) => [...fields.querySelectorAll("input:checked")].map((box) => box.value);

const fieldset = (legend, values, name) =>
  el(
    "fieldset",
    {},
    el("legend", {}, legend),
    values.map((value) => el("label", {}, el("input", { type: "checkbox", value, checked: true }), name(value))),
  );
