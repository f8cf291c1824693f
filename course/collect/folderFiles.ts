import { createReadStream, lstatSync, readdirSync, readlinkSync, type Stats } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { HandedFile, HandedFiles } from "./handedFile.ts";

/** The files of a folder and its folders, by path. A link is not followed: it may lead to what nobody handed in. */
export function folderFiles(folder: string): HandedFiles {
  return { files: filesIn(folder, ""), [Symbol.asyncDispose]: async () => {} };
}

function filesIn(root: string, inside: string): HandedFile[] {
  return readdirSync(join(root, inside))
    .sort()
    .flatMap((name) => {
      const path = inside === "" ? name : `${inside}/${name}`;
      const info = lstatSync(join(root, path));
      return info.isDirectory() ? filesIn(root, path) : [fileOf(root, path, info)];
    });
}

function fileOf(root: string, path: string, info: Stats): HandedFile {
  const at = join(root, path);
  // macOS takes names apart into letters and marks; an LMS writes them in one.
  const common = { path: path.normalize("NFC"), bytes: info.size, modified: info.mtimeMs };
  if (info.isFile()) return { ...common, problem: null, open: async () => createReadStream(at) };
  if (!info.isSymbolicLink())
    return { ...common, problem: "it is no ordinary file", open: async () => Readable.from([]) };
  const open = async (): Promise<Readable> => Readable.from([Buffer.from(readlinkSync(at))]);
  return { ...common, problem: "it is a link: the file itself is needed", open };
}
