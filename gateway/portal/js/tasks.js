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
