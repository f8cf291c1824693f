import { climbLadder, type LadderOptions, type Missing } from "./climbLadder.ts";
import { levelHeld } from "./levelHeld.ts";
import type { ProbeResult } from "./probes/outcomeOf.ts";
import { runProbes } from "./probes/runProbes.ts";
import type { Level } from "./sandbox.ts";

/** What this machine can do for those who grade on it. */
export interface DoctorReport {
  /** The level that the probes have shown to hold; null if no sandbox works. */
  readonly level: Level | null;
  /** The sandbox that was probed. */
  readonly sandbox: { readonly level: Level; readonly title: string } | null;
  readonly probes: readonly ProbeResult[];
  /** Higher levels, why they cannot be had, and what to do. */
  readonly missing: readonly Missing[];
  readonly node: string;
  readonly platform: string;
}

export interface DoctorOptions extends LadderOptions {
  /** What the canaries say: something that stands nowhere else on the machine. */
  readonly word: string;
  /** Hears of each probe as it ends. */
  readonly tell?: (result: ProbeResult) => void;
}

/** Takes the best sandbox that works here, and runs all probes in it. */
export async function runDoctor({ word, tell, ...ladder }: DoctorOptions): Promise<DoctorReport> {
  const { sandbox, missing } = await climbLadder(ladder);
  const machine = { node: process.versions.node, platform: `${process.platform} ${process.arch}` };
  if (!sandbox) return { level: null, sandbox: null, probes: [], missing, ...machine };
  const { level, title } = sandbox;
  const probes = await runProbes(sandbox, word, tell);
  return { level: levelHeld(level, probes), sandbox: { level, title }, probes, missing, ...machine };
}
