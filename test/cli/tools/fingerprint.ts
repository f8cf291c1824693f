import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from "node:fs";
import { join } from "node:path";

/** Every name in a folder with its kind, its time and what it holds. */
export function fingerprint(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => {
      const info = lstatSync(join(folder, name));
      return `${name} ${info.mode} ${info.mtimeMs} ${hashOf(join(folder, name), info)}`;
    });
}

function hashOf(path: string, info: Stats): string {
  if (info.isSymbolicLink()) return `to ${readlinkSync(path)}`;
  if (!info.isFile() || (info.mode & 0o400) === 0) return "";
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}
