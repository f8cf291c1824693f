import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeWhole } from "../kernel/files/writeWhole.ts";
import { Refusal } from "../kernel/refusal.ts";
import { stagePackage } from "./stagePackage.ts";

/** Folders that are packages, and what each is called outside this project. */
const packages = [
  { folder: "lib", without: ["frames/tensors"] },
  { folder: "data", without: ["rebuild"] },
  // Here it has the name of what it stands in for, by which danfojs finds it.
  { folder: "lib/frames/tensors", name: "generation-loss-tensors" },
];

/**
 * Packs the library, the data, and what danfojs computes with. They are laid out in a temporary folder, with
 * JavaScript in place of TypeScript: this checkout stays as it is, whatever happens.
 *
 * @returns the files, one per package
 * @throws {Refusal} (exit code 2) if npm cannot pack, or the files cannot be written
 */
export function packPackages(root: string, out: string): string[] {
  const licence = readFileSync(join(root, "LICENSE"), "utf8");
  const stage = mkdtempSync(join(tmpdir(), "genloss-pack-"));
  try {
    const packed = packages.map(({ folder, ...options }, i) => {
      stagePackage(join(root, folder), join(stage, String(i)), { licence, ...options });
      return pack(join(stage, String(i)), stage);
    });
    return packed.map((name) => {
      const file = join(resolve(out), name);
      writeWhole(file, readFileSync(join(stage, name)));
      return file;
    });
  } finally {
    rmSync(stage, { recursive: true });
  }
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
