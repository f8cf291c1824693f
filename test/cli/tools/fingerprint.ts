import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join, relative } from "node:path";

/** Every name in a folder with its kind, its time and what it holds. Links are not followed: they may lead anywhere. */
export function fingerprint(folder: string): string[] {
  return linesOf(folder, folder);
}

function linesOf(path: string, root: string): string[] {
  return readdirSync(path)
    .sort()
    .flatMap((name) => {
      const child = join(path, name);
      const info = lstatSync(child);
      const line = `${relative(root, child)} ${info.mode} ${info.mtimeMs}`;
      if (info.isSymbolicLink()) return [`${line} to ${readlinkSync(child)}`];
      if (info.isDirectory()) return [line, ...linesOf(child, root)];
      return [info.isFile() && (info.mode & 0o400) !== 0 ? `${line} ${hashOf(child)}` : line];
    });
}

const hashOf = (path: string): string => createHash("sha256").update(readFileSync(path)).digest("hex");
