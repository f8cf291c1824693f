/** Every letter of the text between the tags, once, in order. */
export function lettersOf(html: string): string {
  const text = html
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;/g, "\u00a0")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&");
  return distinct(text).sort().join("");
}

/** Each letter once. A set of a book's millions takes a while, so those of one code unit are ticked off. */
function distinct(text: string): string[] {
  const isThere = new Uint8Array(0x10000);
  for (let at = 0; at < text.length; at += 1) isThere[text.charCodeAt(at)] = 1;
  const pairs = isThere.subarray(0xd800, 0xe000).includes(1) ? (text.match(/[\ud800-\udfff]+/g) ?? []) : [];
  isThere.fill(0, 0xd800, 0xe000);
  const units = Array.from(isThere.keys()).filter((unit) => isThere[unit]);
  return [...units.map((unit) => String.fromCharCode(unit)), ...new Set(pairs.flatMap((run) => [...run]))];
}
