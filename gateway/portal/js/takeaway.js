import { save } from "./api.js";
import { el, say } from "./dom.js";
import { t } from "./language.js";

const FORMS = { pdf: "pdf", csv: "csv", json: "json", fhir: "fhir.json" };

/** Buttons that save the log, narrowed as it is shown, as a file. */
export function takeaway(query) {
  const note = el("div", { role: "alert" });
  return el(
    "details",
    {},
    el("summary", {}, t("takeaway.title")),
    el("p", {}, t("takeaway.lead")),
    el("div", { class: "buttons" }, Object.entries(FORMS).map(([form, ending]) => button(form, ending, query, note))),
    note,
  );
}

function button(form, ending, query, note) {
  const one = el("button", { type: "button", class: "button quiet" }, t(`takeaway.${form}`));
  one.addEventListener("click", async () => {
    one.disabled = true;
    note.replaceChildren();
    try {
      await save(`/v1/my/log/export?format=${form}${query}`, `lupa-log.${ending}`);
      say(t("takeaway.saved"));
    } catch (failure) {
      if (failure.kind === "ended") dispatchEvent(new Event("lupa:ended"));
      note.replaceChildren(el("p", { class: "notice bad" }, failure.text ?? t("away.lead")));
    }
    one.disabled = false;
  });
  return one;
}
