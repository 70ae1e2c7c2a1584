import { read } from "./api.js";
import { asking } from "./asking.js";
import { el } from "./dom.js";
import { t } from "./language.js";
import { everything } from "./pages.js";
import { requestCard } from "./request.js";

const PATH = "/v1/my/log-requests";

/** The citizen's requests for log data: a new one, and how far each has come. */
export async function requests() {
  const [all, controllers] = await Promise.all([read(PATH), everything(`${PATH}/controllers`)]);
  return [
    el("h1", {}, t("requests.title")),
    el("p", { class: "lead" }, t("requests.lead")),
    el("div", { id: "note", tabindex: "-1", role: "status" }),
    asking(controllers, refresh, all.items.length === 0),
    el("h2", { class: "own" }, t("requests.own")),
    all.items.length === 0
      ? el("p", { class: "notice" }, t("requests.none"))
      : el("ul", { class: "entries" }, all.items.map((one) => el("li", {}, requestCard(one, refresh)))),
  ];
}

/** Reads everything again and says how the change went. */
async function refresh(message) {
  document.getElementById("main").replaceChildren(...(await requests()));
  const note = document.getElementById("note");
  note.replaceChildren(el("p", { class: "notice good" }, message));
  note.focus();
}
