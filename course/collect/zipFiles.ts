import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import yauzl, { type Entry, type ZipFile } from "yauzl";
import { wallClockInstant } from "../time/wallClockInstant.ts";
import type { HandedFile, HandedFiles } from "./handedFile.ts";

/** What a zip may hold before we no longer believe it. */
export interface ZipLimits {
  readonly entries: number;
  /** Of one entry, declared or real. */
  readonly bytes: number;
  /** Of all entries, as declared. */
  readonly total: number;
}

/** Of what one student hands in. */
export const studentZip: ZipLimits = { entries: 10_000, bytes: 256 * 2 ** 20, total: 2 ** 30 };

/** Of what an LMS gives for a whole class. */
export const classZip: ZipLimits = { entries: 200_000, bytes: 512 * 2 ** 20, total: 2 ** 40 };

/**
 * The files in a zip. One with a path that leads out of it, a link, a locked or too large one has a problem, and the
 * others are read all the same.
 *
 * @param timeZone where the entries' times are meant that say none, as those of MS-DOS in the zip format
 * @throws {Error} if it is no zip, or is cut off, or holds more than the limits
 */
export async function zipFiles(path: string, timeZone: string, limits: ZipLimits): Promise<HandedFiles> {
  // Names as bytes: yauzl gives up the whole zip at the first bad one.
  const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
  try {
    if (zip.entryCount > limits.entries) throw new RangeError(`it holds more than ${limits.entries} files`);
    const files: HandedFile[] = [];
    let total = 0;
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (name.endsWith("/")) continue;
      total += entry.uncompressedSize;
      if (total > limits.total) throw new RangeError(`it unpacks to more than ${limits.total} bytes`);
      files.push({
        path: name,
        bytes: entry.uncompressedSize,
        modified: modifiedOf(entry, timeZone),
        problem: problemOf(entry, name, limits),
        open: async () => Readable.from(entryBytes(zip, entry)),
      });
    }
    return { files, [Symbol.asyncDispose]: async () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function problemOf(entry: Entry, name: string, limits: ZipLimits): string | null {
  const bad = yauzl.validateFileName(name);
  if (bad !== null) return "its path in the zip leads out of it";
  // The upper half is the mode of Unix, where the zip was made there.
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000)
    return "it is a link in a zip: the file itself is needed";
  if (entry.isEncrypted()) return "it is locked with a password";
  if (entry.uncompressedSize > limits.bytes) return `it unpacks to more than ${limits.bytes} bytes`;
  return null;
}

/**
 * Names are UTF-8 if the entry says so, else of code page 437 (PKWARE's APPNOTE.TXT, appendix D). macOS writes UTF-8
 * and does not say so: what can be read as UTF-8, is.
 */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  try {
    const name = new TextDecoder("utf-8", { fatal: true }).decode(fileNameRaw);
    return name.replaceAll("\\", "/").normalize("NFC");
  } catch {
    return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  }
}

/** With Info-ZIP's or Windows' own field the time is exact; that of MS-DOS is what a clock showed, somewhere. */
function modifiedOf(entry: Entry, timeZone: string): number {
  const time = entry.getLastModDate({ timezone: "UTC" }).getTime();
  const isExact = entry.extraFields.some(({ id }) => id === 0x5455 || id === 0x000a);
  return isExact ? time : wallClockInstant(time, timeZone);
}

/**
 * The bytes of an entry, with their checksum compared at the end: yauzl compares sizes alone. Opened as it is read and
 * not before: a stream that nobody listens to yet, and that fails, ends the program.
 */
async function* entryBytes(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  let sum = 0;
  for await (const piece of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) {
    sum = crc32(piece, sum);
    yield piece;
  }
  if (sum !== entry.crc32) throw new Error("its checksum in the zip is wrong");
}
