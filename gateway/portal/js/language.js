import fi from "../texts/fi.js";
import sv from "../texts/sv.js";
import en from "../texts/en.js";

const TEXTS = { fi, sv, en };
const KEPT = "lupa.language";

let current = "fi";

/** The language in use: fi, sv or en. */
export const language = () => current;

/** The text of a key, its {places} filled in. */
export function t(key, places = {}) {
  const text = TEXTS[current][key] ?? TEXTS.fi[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => places[name] ?? whole);
}

/** The language asked for in the address, else the one chosen last, else the browser's. */
export function firstLanguage() {
  const asked = [new URLSearchParams(location.search).get("lang"), kept(), ...navigator.languages];
  return asked.map((name) => name?.slice(0, 2)).find((name) => name in TEXTS) ?? "fi";
}

export function useLanguage(name) {
  current = name;
  try {
    localStorage.setItem(KEPT, name);
  } catch {
    // A browser that keeps nothing: the language lasts as long as the page.
  }
  document.documentElement.lang = name;
  document.querySelectorAll("[data-text]").forEach((element) => {
    element.textContent = t(element.dataset.text);
  });
  document.querySelectorAll("[data-language]").forEach((button) => {
    button.setAttribute("aria-pressed", String(button.dataset.language === name));
  });
}

/** A name in the language in use, or in Finnish. */
export const name = (names) => (names ? (names[current] ?? names.fi) : null);

/** In English 2.3. and 3.2. would be mixed up: there the month has its name. */
const month = () => (current === "en" ? "short" : "numeric");

const LOCALES = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

const SHORT = { day: "numeric", year: "numeric" };

const format = (options) => (instant) =>
  new Intl.DateTimeFormat(LOCALES[current], { timeZone: "Europe/Helsinki", ...options() }).format(new Date(instant));

/** An instant's day in Finland, in words. */
export const day = format(() => ({ weekday: "long", day: "numeric", month: "long", year: "numeric" }));

/** An instant's time of day in Finland. */
export const time = format(() => ({ hour: "2-digit", minute: "2-digit" }));

/** An instant's day and time in Finland, short. */
export const moment = format(() => ({ ...SHORT, month: month(), hour: "2-digit", minute: "2-digit" }));

/** A calendar day (yyyy-mm-dd), short. */
export const date = (text) => format(() => ({ ...SHORT, month: month() }))(`${text}T12:00:00Z`);

function kept() {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}
