import { el } from "./dom.js";
import { t } from "./language.js";

export const TASKS = [
  "FAMILIES",
  "WORKING_AGE",
  "OLDER_PEOPLE",
  "FAMILY_LAW",
  "CHILD_PROTECTION",
  "SUBSTANCE_ABUSE",
  "DISABILITY",
];

export const taskName = (task) => t(`task.${task}`);

/** All service tasks as check boxes, all chosen at first. */
export const taskBoxes = (legend) =>
  el(
    "fieldset",
    {},
    el("legend", {}, legend),
    TASKS.map((task) => el("label", {}, el("input", { type: "checkbox", value: task, checked: true }), taskName(task))),
  );

export const checkedTasks = (boxes) => [...boxes.querySelectorAll("input:checked")].map((box) => box.value);
