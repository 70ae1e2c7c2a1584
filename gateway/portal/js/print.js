import { act } from "./act.js";
import { download } from "./api.js";
import { say } from "./dom.js";
import { language, t } from "./language.js";

/** A button that saves a declaration as PDF. kind: a permit's kind, or PROHIBITIONS. */
export const print = (kind) =>
  act(
    t("print"),
    "quiet",
    async () => {
      await download("/v1/my/prints", { kind, language: language() });
      say(t("print.done"));
    },
    () => {},
    "",
  );
