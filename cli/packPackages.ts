import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { PackedPackage } from "../course/release/packedPackage.ts";
import { writeWhole } from "../kernel/files/writeWhole.ts";
import { Refusal } from "../kernel/refusal.ts";
import { stagePackage } from "./stagePackage.ts";
import { stageTool } from "./stageTool.ts";

/** Folders that are packages, and what each is called outside this project. */
const packages = [
  { folder: "lib", without: ["frames/tensors"] },
  { folder: "data", without: ["rebuild"] },
  // Here it has the name of what it stands in for, by which danfojs finds it.
  { folder: "lib/frames/tensors", name: "generation-loss-tensors" },
];

/**
 * Packs the library, the data, what danfojs computes with, and the kernel with its command. They are laid out in a
 * temporary folder, with JavaScript in place of TypeScript: this checkout stays as it is, whatever happens.
 *
 * @throws {Refusal} (exit code 2) if npm cannot pack
 */
export function packedPackages(root: string): PackedPackage[] {
  const licence = readFileSync(join(root, "LICENSE"), "utf8");
  const stage = mkdtempSync(join(tmpdir(), "genloss-pack-"));
  try {
    const folders = packages.map(({ folder, ...options }, i) => {
      const target = join(stage, String(i));
      stagePackage(join(root, folder), target, { licence, ...options });
      return target;
    });
    const tool = join(stage, "tool");
    stageTool(root, tool);
    return [...folders, tool].map((folder) => {
      const { name } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name: string };
      const file = pack(folder, stage);
      return { name, file, bytes: readFileSync(join(stage, file)) };
    });
  } finally {
    rmSync(stage, { recursive: true });
  }
}

/**
 * Packs them into a folder.
 *
 * @returns the files, one per package
 * @throws {Refusal} (exit code 2) if npm cannot pack, or the files cannot be written
 */
export function packPackages(root: string, out: string): string[] {
  return packedPackages(root).map(({ file, bytes }) => {
    const path = join(resolve(out), file);
    writeWhole(path, bytes);
    return path;
  });
}

/** @returns the name of the file */
function pack(folder: string, target: string): string {
  const { status, stdout, stderr, error } = spawnSync(
    "npm",
    ["pack", "--silent", "--ignore-scripts", "--pack-destination", target],
    { cwd: folder, encoding: "utf8", shell: process.platform === "win32" },
  );
  if (status === 0) return stdout.trim();
  throw new Refusal(`Cannot pack: npm pack failed\n${error?.message ?? stderr.trim()}`, 2);
}
