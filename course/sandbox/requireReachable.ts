import { statSync } from "node:fs";
import { dirname } from "node:path";

const known = new Set<string>();

/**
 * Refuses what a user who is nobody on this machine cannot read: a file in a private folder, such as root's own. Without
 * this a program that cannot start would look like one that failed.
 */
export function requireReachable(path: string): void {
  if (known.has(path)) return;
  const { mode } = statSync(path);
  const needed = (mode & 0o170000) === 0o040000 ? 0o5 : 0o4;
  if ((mode & needed) !== needed) refuse(path, path);
  for (let folder = dirname(path), last = path; folder !== last; last = folder, folder = dirname(folder))
    if ((statSync(folder).mode & 0o1) === 0) refuse(path, folder);
  known.add(path);
}

function refuse(path: string, private_: string): never {
  const what = path === private_ ? path : `${path} in ${private_}`;
  throw new Error(
    `Cannot start a sandbox as root: every user must be able to read ${what}, got one that is private. Move it, or run as another user than root`,
  );
}
