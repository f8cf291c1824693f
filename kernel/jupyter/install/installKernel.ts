import { copyFile, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "../../refusal.ts";
import { kernelFolder } from "./kernelFolder.ts";
import { kernelSpec } from "./kernelSpec.ts";

export interface InstallOptions {
  readonly name: string;
  /** An environment, such as `.venv`; the user's own folder by default. */
  readonly prefix?: string;
}

const logos = ["logo-svg.svg", "logo-32x32.png", "logo-64x64.png"];
const asset = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/**
 * Registers the kernel with Jupyter: writes kernel.json and the logos. Needs no Python.
 *
 * @returns the folder
 * @throws {Refusal} (exit code 2) if the name is no kernel name, the folder belongs to another kernel, or it cannot be written
 */
export async function installKernel({ name, prefix }: InstallOptions): Promise<string> {
  if (!/^[a-z0-9._-]+$/i.test(name)) {
    throw new Refusal(
      `Cannot install the kernel: --name must be letters, digits, ".", "_" or "-", got "${name}"`,
      2,
    );
  }
  const folder = kernelFolder(name, prefix);
  await refuseForeign(folder);
  try {
    await mkdir(folder, { recursive: true });
    for (const logo of logos) await copyFile(asset(logo), join(folder, logo));
    const part = join(folder, "kernel.json.part");
    await writeFile(part, `${JSON.stringify(kernelSpec(name), null, 2)}\n`);
    await rename(part, join(folder, "kernel.json"));
  } catch (cause) {
    throw new Refusal(
      `Cannot install the kernel in ${folder}: ${(cause as Error).message}\n  Try   --prefix FOLDER`,
      2,
      { cause },
    );
  }
  return folder;
}

/** Removes the kernel from Jupyter. @returns the folder, or undefined if there was none */
export async function uninstallKernel({ name, prefix }: InstallOptions): Promise<string | undefined> {
  const folder = kernelFolder(name, prefix);
  if ((await readSpec(folder)) === undefined) return undefined;
  await refuseForeign(folder);
  await rm(folder, { recursive: true });
  return folder;
}

/** A folder of that name that is not ours is left alone. */
async function refuseForeign(folder: string): Promise<void> {
  const spec = await readSpec(folder);
  if (spec !== undefined && !/jupyter[\\/]main\.ts/.test(spec)) {
    throw new Refusal(`Cannot change ${folder}: another kernel has this name\n  Try   --name NAME`, 2);
  }
}

const readSpec = (folder: string): Promise<string | undefined> =>
  readFile(join(folder, "kernel.json"), "utf8").catch(() => undefined);
