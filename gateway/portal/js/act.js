import { el } from "./dom.js";
import { t } from "./language.js";

/**
 * A button that does something once: while it works it can't be pressed, a failure is told beside it. work() returns the
 * answer of the change, or nothing when the person didn't confirm; done(message) is called after a change.
 */
export function act(label, kind, work, done, message) {
  const trouble = el("div", { role: "alert" });
  const button = el("button", { type: "button", class: `button ${kind}` }, label);
  button.addEventListener("click", async () => {
    trouble.replaceChildren();
    document.getElementById("note")?.replaceChildren();
    button.disabled = true;
    try {
      const answer = await work();
      if (answer) {
        await done(answer.effective === false ? `${message} ${t("effect.later")}` : message);
        return;
      }
    } catch (failure) {
      if (failure.kind === "ended") dispatchEvent(new Event("lupa:ended"));
      trouble.replaceChildren(el("p", { class: "notice bad" }, failure.text ?? t("away.lead")));
    }
    button.disabled = false;
  });
  return el("div", { class: "act" }, button, trouble);
}
