import { Failed, read } from "./api.js";
import { el } from "./dom.js";
import { informing } from "./informing.js";
import { t } from "./language.js";
import { everything } from "./pages.js";
import { permits } from "./permits.js";
import { prohibitions } from "./prohibitions.js";

/** The citizen's own choices: whether informed, permits, prohibitions. Each part is drawn anew after its change. */
export async function choices() {
  const [informed, text, givenPermits, setProhibitions, organisations] = await Promise.all([
    read("/v1/my/informing").catch(notYet),
    read("/v1/my/information-text"),
    read("/v1/my/permits"),
    allProhibitions().then((all) => Promise.all(all.map(titled))),
    everything("/v1/my/organisations"),
  ]);
  const parts = el("div");
  parts.append(
    informing(informed, text, refresh),
    ...(informed
      ? [permits(givenPermits.items, text.version, organisations, refresh), prohibitions(setProhibitions, organisations, refresh)]
      : []),
  );

  /** Reads everything again and says how the change went. */
  async function refresh(message) {
    const fresh = await choices();
    parts.parentElement.replaceChildren(...fresh);
    const note = document.getElementById("note");
    note.replaceChildren(el("p", { class: "notice good" }, message));
    note.focus();
  }

  return [
    el("h1", {}, t("choices.title")),
    el("p", { class: "lead" }, t("choices.lead")),
    el("div", { id: "note", tabindex: "-1", role: "status" }),
    parts,
  ];
}

function notYet(failure) {
  if (failure instanceof Failed && failure.code === "NOT_FOUND") return null;
  throw failure;
}

/** A document in force is called by its title, where the citizen is shown it. */
async function titled(prohibition) {
  const { document } = prohibition.target;
  if (!document || prohibition.state !== "SET") return prohibition;
  const found = await read(`/v1/my/documents/${encodeURIComponent(document)}`).catch(() => null);
  return { ...prohibition, title: found?.title };
}

export const allProhibitions = () => everything("/v1/my/prohibitions");
