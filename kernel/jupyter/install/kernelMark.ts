import type { FolderMark } from "../../files/folderMark.ts";
import { kernelSpec } from "./kernelSpec.ts";

/** The pictures that Jupyter shows for the kernel, beside kernel.json. */
export const logos: readonly string[] = ["logo-svg.svg", "logo-32x32.png", "logo-64x64.png"];

/** A kernel's folder is ours if its kernel.json starts our kernel, from this checkout, from another, or as a package. */
export const kernelMark = (name: string): FolderMark => ({
  maker: "genloss kernel install",
  advice: "--name with another name, or --prefix with another folder",
  file: "kernel.json",
  text: () => `${JSON.stringify(kernelSpec(name), null, 2)}\n`,
  paths: (text) => (startsOurs(text) ? logos : undefined),
});

function startsOurs(text: string): boolean {
  try {
    const { argv } = JSON.parse(text) as { argv?: unknown };
    return (
      Array.isArray(argv) &&
      argv.some((part) => /[\\/]kernel[\\/]jupyter[\\/](?:launch\.mjs|main\.[jt]s)$/.test(part))
    );
  } catch {
    return false;
  }
}
