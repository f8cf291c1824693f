import { mkdir, mkdtemp, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Writes a project's files into a new folder outside this checkout. @returns its path */
export async function unpack(files: ReadonlyMap<string, string>, prefix: string): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), `wild-${prefix}-`));
  await writeFiles(root, files);
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
