import { el } from "./dom.js";
import { t } from "./language.js";

/** Asks before something changes. Resolves to true only when the person confirms; Esc and the other button mean no. */
export function confirmed({ title, text, act, danger }) {
  return new Promise((resolve) => {
    const dialog = el(
      "dialog",
      { "aria-labelledby": "confirm-title", "aria-describedby": "confirm-text" },
      el("h2", { id: "confirm-title" }, title),
      el("div", { id: "confirm-text" }, [text].flat().map((part) => (typeof part === "string" ? el("p", {}, part) : part))),
      el(
        "div",
        { class: "buttons" },
        el("button", { type: "button", class: danger ? "button danger" : "button", onclick: () => dialog.close("yes") }, act),
        el("button", { type: "button", class: "button quiet", autofocus: true, onclick: () => dialog.close("no") }, t("cancel")),
      ),
    );
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue === "yes");
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
