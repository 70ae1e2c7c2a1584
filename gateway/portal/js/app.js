import { readSession, signOut } from "./api.js";
import { el } from "./dom.js";
import { firstLanguage, t, useLanguage } from "./language.js";
import { behalf, home } from "./behalf.js";
import { choices } from "./choices.js";
import { documents } from "./documents.js";
import { log } from "./log.js";
import { notifications } from "./notifications.js";
import { requests } from "./requests.js";
import { closed, ended, away, refused, welcome } from "./states.js";

const main = document.getElementById("main");
const places = document.getElementById("places");
const VIEWS = { "#/log": log, "#/documents": documents, "#/choices": choices, "#/requests": requests, "#/notifications": notifications };

let state = "out";
let drawn = 0;

/** Draws what the address and the session ask for; an older drawing that finishes late is dropped. */
async function draw(moveFocus) {
  const turn = ++drawn;
  const here = VIEWS[location.hash] ? location.hash : home();
  places.hidden = state !== "in";
  behalf();
  places.querySelectorAll("a").forEach((link) => {
    if (link.getAttribute("href") === here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  });
  if (state === "in") show(el("p", { class: "loading" }, t("loading")));
  const view = await content(here).catch((failure) => failed(failure));
  if (turn !== drawn) return;
  show(view);
  document.title = `${main.querySelector("h1")?.textContent ?? ""} – Lupa`;
  if (moveFocus) main.focus();
}

async function content(here) {
  if (state === "closed") return closed();
  if (state === "out") return welcome(new URLSearchParams(location.search).get("signin") === "failed");
  return VIEWS[here]();
}

function failed(failure) {
  if (failure.kind === "ended") {
    state = "ended";
    places.hidden = true;
    return ended();
  }
  if (failure.kind === "refused") return refused(failure.text);
  if (!failure.kind) console.error(failure);
  return away(failure.text, () => draw(true));
}

function show(...nodes) {
  main.replaceChildren(...nodes.flat(Infinity));
}

async function start() {
  useLanguage(firstLanguage());
  try {
    state = await readSession();
  } catch (failure) {
    show(failed(failure));
    return;
  }
  await draw(false);
}

addEventListener("hashchange", () => {
  if (location.hash in VIEWS) draw(true);
});
addEventListener("lupa:ended", () => show(failed({ kind: "ended" })));
document.querySelectorAll("[data-language]").forEach((button) => {
  button.addEventListener("click", () => {
    useLanguage(button.dataset.language);
    if (state === "ended") show(ended());
    else draw(false);
  });
});
document.getElementById("signout").addEventListener("click", async () => {
  await signOut().catch(() => {});
  location.assign("/portal/");
});
document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault(); // the address after # names the view
  main.focus();
});

start();
