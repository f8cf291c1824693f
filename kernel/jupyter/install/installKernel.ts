import { readFile } from "node:fs/promises";
import { removeFolder } from "../../files/removeFolder.ts";
import { replaceFolder } from "../../files/replaceFolder.ts";
import { kernelFolder } from "../shared/kernelFolder.ts";
import { kernelMark, logos } from "./kernelMark.ts";

export interface InstallOptions {
  readonly name: string;
  /** An environment, such as `.venv`; the user's own folder by default. */
  readonly prefix?: string;
}

/**
 * Registers the kernel with Jupyter: writes kernel.json and the logos. Needs no Python.
 *
 * @returns the folder
 * @throws {Refusal} (exit code 2) if the name is no kernel name, the folder belongs to another kernel, or it cannot be written
 */
export async function installKernel({ name, prefix }: InstallOptions): Promise<string> {
  const folder = kernelFolder(name, prefix);
  const pictures = logos.map(async (logo) => [logo, await readFile(new URL(logo, import.meta.url))] as const);
  replaceFolder(folder, new Map(await Promise.all(pictures)), kernelMark(name), "install the kernel");
  return folder;
}

/**
 * Removes the kernel from Jupyter.
 *
 * @returns the folder, or undefined if there was none
 * @throws {Refusal} (exit code 2) if the folder belongs to another kernel, or it cannot be removed
 */
export function uninstallKernel({ name, prefix }: InstallOptions): string | undefined {
  const folder = kernelFolder(name, prefix);
  return removeFolder(folder, kernelMark(name), "remove the kernel") ? folder : undefined;
}
