import { metadataSymbol } from "./outputMetadata.ts";

/** Something that shows itself as a picture. */
export interface Image {
  readonly alt: string;
}

/** How the files of a format begin, as far as these bytes are letters; `.` stands for any. */
const beginnings: readonly (readonly [type: string, beginning: RegExp])[] = [
  ["image/png", /^\x89PNG\r\n/],
  ["image/jpeg", /^\xff\xd8\xff/],
  ["image/gif", /^GIF8/],
  ["image/webp", /^RIFF....WEBP/s],
];

/**
 * Shows a picture: SVG as text, or the bytes of a PNG, JPEG, GIF or WebP file. Bytes are never taken for a
 * picture by themselves: an array of numbers may begin like one.
 *
 * @param alt a sentence that says what it shows, for those who cannot see it
 * @throws {TypeError} if it is none of these, or `alt` is missing
 * @example image(await readFile("spread.png"), "Thirty chains drift apart")
 */
export function image(source: string | Uint8Array, alt: string): Image {
  if (typeof alt !== "string" || alt.trim() === "") {
    throw new TypeError("Cannot show the image: alt must be a sentence that says what it shows");
  }
  const [type, content] = typeof source === "string" ? ofText(source) : ofBytes(source);
  return Object.defineProperties(
    { alt },
    {
      [Symbol.for("Jupyter.display")]: { value: () => ({ "text/plain": alt, [type]: content }) },
      [metadataSymbol]: { value: { [type]: { alt } } },
    },
  );
}

function ofText(text: string): [type: string, content: string] {
  if (/^\s*(<\?xml|<!--|<!DOCTYPE|<svg)/i.test(text) && text.includes("<svg")) return ["image/svg+xml", text];
  return refuse(`a text that begins with "${text.trim().slice(0, 20)}"`);
}

function ofBytes(bytes: Uint8Array): [type: string, content: string] {
  if (!(bytes instanceof Uint8Array)) return refuse(bytes === null ? "null" : typeof bytes);
  const beginning = String.fromCharCode(...bytes.subarray(0, 12));
  const type = beginnings.find(([, pattern]) => pattern.test(beginning))?.[0];
  if (type === undefined) return refuse(`${bytes.length} bytes of something else`);
  let binary = "";
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return [type, btoa(binary)];
}

function refuse(got: string): never {
  throw new TypeError(
    `Cannot show the image: source must be SVG text or the bytes of a PNG, JPEG, GIF or WebP file, got ${got}`,
  );
}
