import { el } from "./dom.js";
import { language } from "./language.js";

/** A call that didn't succeed. kind: "ended" (sign in again), "away" (try later), "refused" (the text says why). */
export class Failed extends Error {
  constructor(kind, text, code) {
    super(text ?? kind);
    this.kind = kind;
    this.text = text;
    this.code = code;
  }
}

let session = { signedIn: false };

/** Asks whether somebody is signed in: "in", "out", or "closed" when this gateway offers no signing in. */
export async function readSession() {
  const answer = await fetchOrAway("/portal/api/session", {});
  if (answer.status === 404) return "closed";
  if (!answer.ok) throw new Failed("away");
  session = await answer.json();
  return session.signedIn ? "in" : "out";
}

/** For whom the signed-in person acts: {role, born}; undefined when for themselves. */
export const onBehalf = () => session.onBehalf;

export const read = (path) => call("GET", path);

/** A new thing: repeating the call with the same key never makes it twice. */
export const create = (path, body) =>
  call("POST", path, body, { "Idempotency-Key": key(), "Content-Type": "application/json" });

/** A question that changes nothing, its body instead of an address. */
export const ask = (path, body) => call("POST", path, body, { "Content-Type": "application/json" });

/** A file that the browser then saves. */
export async function download(path, body) {
  const headers = { "Content-Type": "application/json", Accept: "application/pdf, application/problem+json" };
  return keep(await send("POST", path, body, headers), "lupa.pdf");
}

/** The same of what is only read. */
export const save = async (path, fileName) => keep(await send("GET", path, undefined, { Accept: "*/*" }), fileName);

async function keep(answer, fileName) {
  const file = await answer.blob();
  const address = URL.createObjectURL(file);
  el("a", { href: address, download: fileName }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return file;
}

/** A change of the version that was seen. */
export const change = (path, version) => call("POST", path, undefined, { "If-Match": `"${version}"` });

/** What there is one of: sent again it stays the same. */
export const put = (path, body) => call("PUT", path, body, { "Content-Type": "application/json" });

export const remove = (path) => call("DELETE", path);

export async function signOut() {
  await fetchOrAway("/portal/logout", { method: "POST", headers: { [session.csrfHeader]: session.csrfToken } });
}

const call = async (...request) => (await send(...request)).json();

async function send(method, path, body, headers = {}) {
  if (session.signedIn) headers[session.csrfHeader] = session.csrfToken; // reading too: another tab may have signed in as somebody else
  const answer = await fetchOrAway(`/portal/api${path}`, {
    method,
    headers: { "Accept-Language": language(), Accept: "application/json, application/problem+json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => ({}));
  if (answer.status === 401) throw new Failed("ended");
  if (answer.status >= 500) throw new Failed("away", problem.detail, problem.code);
  throw new Failed("refused", problem.detail, problem.code);
}

async function fetchOrAway(path, options) {
  try {
    return await fetch(path, { ...options, cache: "no-store", credentials: "same-origin" });
  } catch {
    throw new Failed("away");
  }
}

/** 128 random bits; randomUUID isn't there on plain http. */
function key() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
