import { read } from "./api.js";
import { el } from "./dom.js";
import { t } from "./language.js";
import { unfold } from "./unfold.js";

const KEPT = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "b", "i", "br", "dl", "dt", "dd"];
const DROPPED = ["script", "style", "head", "template"];
const HEADING = /^h[1-6]$/;

/** A button that shows what stands in a document. */
export const content = (document) => unfold(t("content.read"), async () => shown(await read(`/v1/my/documents/${encodeURIComponent(document)}/content`)));

function shown({ mediaType, language, text }) {
  const parts = mediaType === "application/json" ? structured(inner(JSON.parse(text))) : page(text);
  return [el("section", { class: "content", lang: language, tabindex: "-1", "aria-label": t("content.title") }, parts)];
}

/** Only known elements, without their attributes: nothing of the document can do anything. */
function page(text) {
  const parsed = new DOMParser().parseFromString(text, "application/xhtml+xml");
  return parsed.querySelector("parsererror") ? el("p", {}, text) : [...parsed.documentElement.childNodes].map(copy);
}

function copy(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (node.nodeType !== Node.ELEMENT_NODE) return null;
  const name = node.localName.toLowerCase();
  if (DROPPED.includes(name)) return null;
  const children = [...node.childNodes].map(copy);
  if (!KEPT.includes(name)) return children;
  return HEADING.test(name) ? el("p", { class: "heading" }, children) : el(name, {}, children);
}

/** A structured document is one object, named after its type. */
const inner = (document) => (Object.keys(document).length === 1 ? Object.values(document)[0] : document);

/** Members by their names; of a coded value its name. */
function structured(value) {
  if (Array.isArray(value)) return value.length === 1 ? structured(value[0]) : el("ul", {}, value.map((one) => el("li", {}, structured(one))));
  if (value === null || typeof value !== "object") return said(value);
  if (typeof value.display === "string") return value.display;
  const members = Object.entries(value).filter(([name, member]) => name !== "system" && !empty(member));
  if (members.length === 1 && members[0][0] === "value") return structured(members[0][1]);
  return el("dl", {}, members.map(([name, member]) => el("div", {}, el("dt", {}, title(name)), el("dd", {}, structured(member)))));
}

const empty = (value) => value === null || value === "" || (typeof value === "object" && Object.keys(value).length === 0);

const said = (value) => (typeof value === "boolean" ? t(value ? "content.yes" : "content.no") : String(value));

const title = (name) => name.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());
