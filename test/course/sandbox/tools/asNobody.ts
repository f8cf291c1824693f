import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Who has no rights: 65534 is nobody's number everywhere. */
const nobody = ["--reuid=65534", "--regid=65534", "--clear-groups"];

/**
 * Runs a file of this folder as a user who is not root, and gives the JSON that it prints. Who is not root stays who they are.
 */
export function asNobody(file: string, ...args: string[]): unknown {
  const program = [process.execPath, fileURLToPath(new URL(file, import.meta.url)), ...args];
  const words = process.getuid?.() === 0 ? ["setpriv", ...nobody, ...program] : program;
  const { status, stdout, stderr } = spawnSync(words[0]!, words.slice(1), {
    encoding: "utf8",
    timeout: 300_000,
    env: { PATH: process.env.PATH ?? "" },
  });
  if (status !== 0) throw new Error(`${file} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
