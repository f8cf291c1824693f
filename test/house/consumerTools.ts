import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { npmFlags } from "../tools/npmFlags.ts";
import { runProgram } from "../tools/runProgram.ts";

const folder = fileURLToPath(new URL("./consumer/", import.meta.url));

/** Other Nodes than the one that runs this, by their exact versions. */
const versions = ["20.20.2", "22.23.3"];

const system = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
const program = (version: string): string =>
  join(folder, "node_modules", `node-${version}`, "bin", process.platform === "win32" ? "node.exe" : "node");

/** What a user of the packages may have: Nodes by version, and Vite. Installed beside this file on first use. */
export interface ConsumerTools {
  readonly nodes: ReadonlyMap<string, string>;
  readonly vite: string;
}

export async function consumerTools(): Promise<ConsumerTools> {
  const vite = join(folder, "node_modules/vite/bin/vite.js");
  const wanted = [vite, ...versions.map(program)];
  if (!wanted.every((file) => existsSync(file))) {
    const nodes = versions.map((version) => `node-${version}@npm:node-${system}@${version}`);
    // --no-save: the package of a Node is named after the system it is for.
    await runProgram("npm", ["install", ...npmFlags, ...nodes], { cwd: folder });
  }
  const nodes = new Map([...versions.map((version) => [version, program(version)] as const)]);
  nodes.set(process.versions.node, process.execPath);
  return { nodes, vite };
}
