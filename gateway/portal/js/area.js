import { Failed } from "./api.js";
import { el } from "./dom.js";
import { t } from "./language.js";

const SHORTEST = 10;
const LONGEST = 1000;

/** A field for some sentences. */
export const area = (id) => el("textarea", { id, rows: "3", maxlength: String(LONGEST) });

/** What is written in fields that may be empty, by their names; a failure when a text is too short to be one. */
export function written(fields) {
  const texts = Object.entries(fields)
    .map(([name, field]) => [name, field.value.trim()])
    .filter(([, text]) => text !== "");
  if (texts.some(([, text]) => text.length < SHORTEST)) throw new Failed("refused", t("area.short", { count: SHORTEST }));
  return Object.fromEntries(texts);
}
