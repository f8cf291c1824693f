import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A program to test with, such as a browser, or why there is none. */
export type Found = { readonly path: string } | { readonly reason: string };

/** Where a browser may be, and how it can be had. */
export interface Search {
  /** The variable that names a program. */
  readonly variable: string;
  /** What the reason calls it. */
  readonly title: string;
  /** What kind of program it is; a browser by default. */
  readonly kind?: string;
  /** Its names in PATH, and full paths. */
  readonly names: readonly string[];
  readonly places: readonly string[];
  /** What Debian and its relatives call its package. */
  readonly debian: string;
  /** Another way, if root may not install, or there is no such package. */
  readonly otherwise?: () => Promise<string | undefined>;
}

/**
 * Looks for a browser: its variable, its names in PATH, its usual places; then tries to install one.
 * In CI a missing browser is an error, not a reason to skip.
 */
export async function findBrowser(search: Search): Promise<Found> {
  const { variable, title, otherwise, kind = "browser" } = search;
  const here = (await present(search)) ?? (await installDebian(search)) ?? (await otherwise?.());
  if (here) return { path: here };
  const reason = `no ${kind}: no ${title} in PATH or the usual places, and none could be installed; set ${variable} to one`;
  if (process.env.CI) throw new Error(reason);
  return { reason };
}

async function present({ variable, names, places }: Search): Promise<string | undefined> {
  const named = process.env[variable];
  if (named) {
    if (await runs(named)) return named;
    throw new Error(`${variable} must name a program that runs, got ${named}`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  for (const path of [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places]) {
    if (await runs(path)) return path;
  }
  return undefined;
}

/** Whether a path is a program that may be started. */
export const runs = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Root may install a package. Another test file may be at it, too: then this one waits. */
async function installDebian(search: Search): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  // In runlevel 1 Debian starts no service that comes with a package.
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" };
  const options = { timeout: 300_000, env };
  const apt = (...given: string[]) => run("apt-get", ["-o", "DPkg::Lock::Timeout=240", ...given], options);
  await apt("install", "-y", search.debian)
    .catch(async () => {
      await apt("update");
      await apt("install", "-y", search.debian);
    })
    .catch(() => {});
  return present(search);
}
