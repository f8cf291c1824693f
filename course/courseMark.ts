import { createHash } from "node:crypto";
import type { FolderMark } from "../kernel/files/folderMark.ts";

type Files = ReadonlyMap<string, string>;

const maker = "genloss course nbgrader";
export const markFile = ".genloss-course.json";

/** What the mark of a course holds. */
interface Mark {
  readonly files: readonly string[];
  /** By path, the checksum of what was written; of what stood there before, too, in case the writer is killed. */
  readonly sums: Readonly<Record<string, readonly string[]>>;
}

/**
 * How a course of ours is told from another folder, and what we wrote from what an instructor changed since.
 *
 * @param made what is about to be written anew
 * @param before the mark that is there
 */
export function courseMark(made: Files = new Map(), before?: Mark): FolderMark {
  return {
    maker,
    advice: "-o with another folder",
    file: markFile,
    text(paths) {
      const sums = Object.fromEntries(
        paths.map((path) => {
          const text = made.get(path);
          const own = text === undefined ? [] : [checksum(text)];
          return [path, [...new Set([...own, ...(before?.sums[path] ?? [])])]];
        }),
      );
      return `${JSON.stringify({ maker, files: paths, sums }, null, 1)}\n`;
    },
    paths: (text) => readMark(text)?.files,
  };
}

/** Reads a mark; undefined if the text is none of ours. */
export function readMark(text: string): Mark | undefined {
  try {
    const mark = JSON.parse(text);
    const isText = (value: unknown): boolean => typeof value === "string";
    const isOurs = mark.maker === maker && Array.isArray(mark.files) && mark.files.every(isText);
    return isOurs && Object.values(mark.sums).every(Array.isArray) ? mark : undefined;
  } catch {
    return undefined;
  }
}

export const checksum = (text: string | Buffer): string => createHash("sha256").update(text).digest("hex");
