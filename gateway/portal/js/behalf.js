import { onBehalf } from "./api.js";
import { date, t } from "./language.js";

/** Says above every page for whom one acts, and whom one may not be mistaken for. */
export function behalf() {
  const place = document.getElementById("behalf");
  const other = onBehalf();
  place.hidden = !other;
  document.querySelectorAll("[data-own]").forEach((link) => (link.hidden = Boolean(other))); // only for oneself
  place.textContent = other ? t(`behalf.${other.role}`, { born: date(other.born) }) : "";
}

/** Where one begins: a minor's log isn't shown to others. */
export const home = () => (onBehalf()?.role === "GUARDIAN_OF_MINOR" ? "#/choices" : "#/log");
