import { el } from "./dom.js";
import { t } from "./language.js";

/** How many entries the law keeps from being shown, and why; nothing when there are none. */
export const withheld = (parts) =>
  (parts ?? []).map((part) => el("p", { class: "notice" }, t(`withheld.${part.ground}`, { count: part.count })));
