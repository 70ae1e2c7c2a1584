import { el } from "./dom.js";
import { t } from "./language.js";

/** A button that shows below it what load() gives, and hides it again. The first part that can have it gets the focus. */
export function unfold(label, load) {
  const place = el("div", { class: "unfolded" });
  const button = el("button", { type: "button", class: "button quiet", "aria-expanded": "false" }, label);
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-expanded") === "true") {
      place.replaceChildren();
      button.setAttribute("aria-expanded", "false");
      return;
    }
    button.disabled = true;
    try {
      place.replaceChildren(...(await load()));
      button.setAttribute("aria-expanded", "true");
    } catch (failure) {
      if (failure.kind === "ended") dispatchEvent(new Event("lupa:ended"));
      place.replaceChildren(el("p", { class: "notice bad", role: "alert" }, failure.text ?? t("away.lead")));
    }
    button.disabled = false;
    place.querySelector("[tabindex]")?.focus();
  });
  return el("div", { class: "act" }, button, place);
}
