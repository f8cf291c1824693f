import { gunzipSync } from "node:zlib";
import { unzipSync } from "fflate";
import type { Cell, Notebook } from "../../kernel/notebook/notebook.ts";
import { plain, type Secrets, wordPattern } from "./secretTokens.ts";

/** Something that is not for students, where they would get it. */
export interface Leak {
  /** The file, and the part of it. */
  readonly place: string;
  readonly token: string;
  /** What it tells of. */
  readonly of: string;
}

/**
 * Looks through all that goes out, byte for byte, for what must not: names and texts of files, sources, outputs, metadata
 * and attachments of notebooks, pictures' bytes, and what archives hold.
 *
 * @param files by path, as they would be written
 * @param notebooks those files that are notebooks, read
 */
export function findLeaks(
  files: ReadonlyMap<string, string | Buffer>,
  notebooks: ReadonlyMap<string, Notebook>,
  secrets: Secrets,
): Leak[] {
  const leaks = new Map<string, Leak>();
  const look = (place: string, text: string): void => {
    const found = (token: string, of: string): void => {
      leaks.set(`${place}\n${token}`, { place, token, of });
    };
    for (const [word] of text.matchAll(wordPattern)) {
      const of = secrets.words.get(word);
      if (of !== undefined) found(word, of);
    }
    const joined = plain(text);
    for (const [phrase, of] of secrets.phrases) if (joined.includes(phrase)) found(phrase, of);
  };
  for (const [path, content] of files) {
    look(`the name ${path}`, path.replaceAll("/", " "));
    const notebook = notebooks.get(path);
    if (notebook) {
      look(`${path}, metadata`, textsIn(notebook.metadata));
      for (const cell of notebook.cells)
        for (const [part, text] of partsOf(cell)) look(`${path}, cell ${cell.id}, ${part}`, text);
    } else for (const [inner, bytes] of unpacked(path, Buffer.from(content))) look(inner, textOf(bytes));
  }
  return [...leaks.values()];
}

function partsOf(cell: Cell): [string, string][] {
  const { source, metadata } = cell;
  const parts: [string, string][] = [
    ["source", source],
    ["id", cell.id],
    ["metadata", textsIn(metadata)],
  ];
  if (cell.cell_type === "code") parts.push(["outputs", textsIn(cell.outputs)]);
  else if (cell.attachments) parts.push(["attachments", textsIn(cell.attachments)]);
  return parts;
}

/** All keys and texts inside a value, one a line; what is packed in base64 unpacked as well. */
function textsIn(value: unknown): string {
  if (typeof value === "string") {
    const isPacked = value.length >= 16 && /^[A-Za-z0-9+/\s]+=*\s*$/.test(value);
    return isPacked ? `${value}\n${textOf(Buffer.from(value, "base64"))}` : value;
  }
  if (Array.isArray(value)) {
    // Texts as lists of lines: a line's end is the next one's start.
    if (value.every((each) => typeof each === "string"))
      return `${value.join("\n")}\n${textsIn(value.join(""))}`;
    return value.map(textsIn).join("\n");
  }
  if (typeof value === "object" && value !== null)
    return Object.entries(value)
      .map(([key, inner]) => `${key}\n${textsIn(inner)}`)
      .join("\n");
  return String(value);
}

/** Bytes as text of either width. */
function textOf(bytes: Buffer): string {
  const wide = bytes.includes(0) ? `\n${bytes.toString("utf16le")}` : "";
  return bytes.toString("utf8") + wide;
}

/** A file, and what it holds if it is an archive. What does not unpack is looked at as it is. */
function unpacked(path: string, bytes: Buffer): [string, Buffer][] {
  const own: [string, Buffer] = [path, bytes];
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b)
      return [own, ...unpacked(`${path}, inside`, gunzipSync(bytes))];
    if (bytes.subarray(0, 4).equals(Buffer.from("PK\x03\x04"))) {
      const inner = Object.entries(unzipSync(bytes));
      return [own, ...inner.flatMap(([name, content]) => unpacked(`${path}, ${name}`, Buffer.from(content)))];
    }
  } catch {
    // Broken, or of another kind.
  }
  return [own];
}
