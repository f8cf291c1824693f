// Plain JavaScript, since it is imported by launch.mjs; its types: freshBundle.d.mts.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const bundlesFolder = fileURLToPath(new URL("../../.bundle/", import.meta.url));
export const currentFile = join(bundlesFolder, "current.json");

export function stampOf(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return "none";
  const { ino, size, mtimeMs, ctimeMs } = stats;
  // The last is what no program can set. Installed packages, which nobody edits, get another when they are linked elsewhere.
  return path.includes("node_modules") ? `${ino} ${size} ${mtimeMs}` : `${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

export function freshBundle() {
  try {
    const { root, node, id, main, stamps } = JSON.parse(readFileSync(currentFile, "utf8"));
    if (root !== bundlesFolder || node !== process.version) return undefined;
    for (const [path, stamp] of Object.entries(stamps)) if (stampOf(path) !== stamp) return undefined;
    const folder = join(bundlesFolder, id);
    if (!statSync(join(folder, main)).isFile()) return undefined;
    leaveMark(join(folder, "users"));
    return pathToFileURL(join(folder, main)).href;
  } catch {
    return undefined; // none, or one that cannot be read: the sources are there
  }
}

/** Threads and modules are loaded for as long as a process lives, so it keeps its bundle from being removed. */
function leaveMark(users) {
  try {
    writeFileSync(join(users, `${process.pid}@${hostname()}`), "");
  } catch {
    // Who cannot write here can remove nothing either.
  }
}

export const marksOf = (bundle) => readdirSync(new URL("./users", bundle)).length;
