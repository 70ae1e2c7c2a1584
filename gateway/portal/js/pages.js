import { read } from "./api.js";

/** All items of a list, however many pages it has. */
export async function everything(path) {
  const all = [];
  let cursor = "";
  do {
    const page = await read(`${path}?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor);
  return all;
}
