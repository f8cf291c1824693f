import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Cache, contentHash } from "./cache.ts";
import { filesUnder } from "./filesUnder.ts";

/** The project that this code stands in, which may be another than the one whose book it builds. */
const home = join(import.meta.dirname, "..");

/** What a build runs and bundles. Packages are told by the lock file, as for `sourcesHash`. */
const sources = ["book", "kernel", "course/exercise", "package-lock.json"];

async function readCode(): Promise<string> {
  const paths = (await Promise.all(sources.map((source) => filesUnder(home, source)))).flat();
  const code = paths.filter((path) => /\.(?:ts|css)$|^package-lock/.test(path) && !/^book\/dist/.test(path));
  const hashes = code.map(async (path) => [path, contentHash(await readFile(join(home, path)))]);
  return contentHash([process.version, await Promise.all(hashes)]);
}

const atStart = readCode();

/**
 * The code that makes pages of sources, for the keys of what is kept of them. It is that which this process has loaded: what changes
 * on the disk while it serves a book does not run, and must not put its name on what was made before.
 */
export const codeHash = (): Promise<string> => atStart;

const ofBuilds = new WeakMap<Cache, Promise<string>>();

/** The same as it stands on the disk, for what is bundled from there: read once for a build, which has a cache of its own. */
export async function bundledHash(cache: Cache): Promise<string> {
  const read = ofBuilds.get(cache) ?? readCode();
  ofBuilds.set(cache, read);
  return contentHash([await atStart, await read]);
}
