import { type BubblewrapTools, bubblewrapSandbox } from "../../../../course/sandbox/bubblewrap.ts";
import { findProgram } from "../../../../course/sandbox/findProgram.ts";
import type { Sandbox } from "../../../../course/sandbox/sandbox.ts";
import { findBubblewrap } from "../../../tools/bubblewrap.ts";

const found = await findBubblewrap();

/** Why level A cannot be tested here, or false. */
export const noLevelA: string | false = "reason" in found && found.reason;

/** Level A as it can be had here. */
export function levelA(more: Partial<BubblewrapTools> = {}): Sandbox {
  if ("reason" in found) throw new Error(found.reason);
  const [prlimit, setpriv] = ["prlimit", "setpriv"].map((name) => findProgram(name, process.env.PATH ?? ""));
  if (!prlimit || !setpriv) throw new Error("prlimit and setpriv must be in PATH: they come with util-linux");
  return bubblewrapSandbox({ bwrap: found.path, prlimit, setpriv, ...more });
}
