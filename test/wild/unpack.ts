import { mkdir, mkdtemp, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { WildProject } from "./readProjects.ts";

/** Makes a project in a new folder outside this checkout. @returns its path */
export async function unpack({ name, files, links, folder }: WildProject): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), `wild-${name}-`));
  await writeFiles(root, files);
  for (const [link, target] of links) {
    await mkdir(dirname(join(root, link)), { recursive: true });
    await symlink(target, join(root, link), "junction");
  }
  await mkdir(join(root, folder), { recursive: true });
  return root;
}

let clock = 1_700_000_000;

/** Writes files, each with a time of its own: two writes may fall into one tick of the file system's clock. */
export async function writeFiles(root: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, text] of files) {
    const file = join(root, name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    clock += 10;
    await utimes(file, clock, clock);
  }
}
