import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureJupyter } from "../../cli/ensureJupyter.ts";
import { withLock } from "../../cli/withLock.ts";
import { kernelSpec } from "../../kernel/jupyter/install/kernelSpec.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { type Dialect, python, typescript } from "./dialects.ts";

/** A kernel to measure, and how its own kernel.json starts and interrupts it. */
export interface Peer {
  readonly name: string;
  readonly argv: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly interrupt: "message" | "signal";
  readonly dialect: Dialect;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = fileURLToPath(new URL("./peers/", import.meta.url));

/** Kernels keep a history of cells: not among the user's own. */
const scratch = join(tmpdir(), "genloss-bench");

const { argv, env: ownEnv } = kernelSpec("genloss");
const env = { ...ownEnv, JUPYTER_DATA_DIR: scratch };
const own = { argv, interrupt: "message", dialect: typescript } as const;

/** Our kernel, with types checked (as it is by default) and unchecked. */
export const ours: readonly Peer[] = [
  { ...own, name: "ours", env: { ...env, GENLOSS_TYPES: "warn" } },
  { ...own, name: "ours, types off", env: { ...env, GENLOSS_TYPES: "off" } },
];

/**
 * Stock tslab, on the Node that runs this. Installed beside this file on first use.
 *
 * @throws {Refusal} if npm cannot get it
 */
export function tslab(onProgress: (line: string) => void): Peer {
  return {
    name: "tslab",
    argv: [
      process.execPath,
      installed("tslab/bin/tslab", onProgress),
      "kernel",
      "--config-path={connection_file}",
    ],
    interrupt: "signal",
    dialect: typescript,
  };
}

/** @throws {Refusal} if npm cannot get it */
export function deno(onProgress: (line: string) => void): Peer {
  const command = installed("deno/bin.cjs", onProgress);
  spawnSync(process.execPath, [command, "--version"]); // puts the program in place on its first start
  const program = join(command, process.platform === "win32" ? "../deno.exe" : "../deno");
  return {
    name: "Deno",
    argv: [program, "jupyter", "--kernel", "--conn", "{connection_file}"],
    interrupt: "signal",
    dialect: typescript,
  };
}

/** @throws {Refusal} if there is no Python, or pip cannot get it */
export function ipykernel(onProgress: (line: string) => void): Peer {
  const venv = ensureJupyter(root, onProgress, ["ipykernel"]);
  const program = join(venv, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
  return {
    name: "ipykernel",
    env: { IPYTHONDIR: scratch },
    argv: [program, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
    interrupt: "signal",
    dialect: python,
  };
}

/** Path of a file of a package in `peers/`. */
function installed(file: string, onProgress: (line: string) => void): string {
  return withLock(join(folder, ".lock"), () => install(file, onProgress));
}

function install(file: string, onProgress: (line: string) => void): string {
  const path = join(folder, "node_modules", file);
  if (existsSync(path)) return path;
  onProgress("Installing the kernels to compare with, in bench/kernel/peers (180 MB) …");
  const flags = ["install", "--no-package-lock", "--no-audit", "--no-fund", "--silent"];
  const { status, stderr, error } = spawnSync("npm", flags, {
    cwd: folder,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status === 0 && existsSync(path)) return path;
  const words = (error?.message ?? stderr ?? "").trim().split("\n").slice(-3).join("\n");
  throw new Refusal(`Cannot install the kernels of bench/kernel/peers/package.json: npm failed\n${words}`, 2);
}
