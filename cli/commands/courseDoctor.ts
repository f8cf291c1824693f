import { Command } from "commander";
import type { DoctorReport } from "../../course/sandbox/runDoctor.ts";
import type { Level } from "../../course/sandbox/sandbox.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { progressLine } from "../progressLine.ts";

interface DoctorFlags {
  readonly json?: boolean;
  readonly least?: string;
}

/** `genloss course doctor`: how well this machine shuts in what students wrote. */
export function courseDoctorCommand(): Command {
  return new Command("doctor")
    .description("try out the sandbox of this machine, and say which level it reaches")
    .option("--least <level>", "end with 1 if the level is lower: A, B, C or D")
    .option("--json", "say what was found as JSON")
    .addHelpText(
      "after",
      `
Levels:
  A  bubblewrap: nothing of the machine is there, no network, limits, Node's permissions (Linux)
  B  a container of Docker or Podman; C the same under gVisor, which is enough for B
  D  reduced: Node's permissions and limits alone; the network is open
  E  nothing

21 harmless probes run in the sandbox. Each reaches for something that the command itself put
there, or uses more than it may. It takes about ten seconds.

Example:
  genloss course doctor --least A`,
    )
    .action(doctor);
}

async function doctor({ json, least }: DoctorFlags): Promise<void> {
  if (least !== undefined && !isLevel(least))
    throw new Refusal(`Cannot try out the sandbox: --least must be A, B, C or D, got ${least}`, 2);
  const { randomUUID } = await import("node:crypto");
  const { meets } = await import("../../course/sandbox/levels.ts");
  const { probes } = await import("../../course/sandbox/probes/probes.ts");
  const { runDoctor } = await import("../../course/sandbox/runDoctor.ts");
  const line = progressLine(process.stderr);
  const began = performance.now();
  let done = 0;
  line.show("looking for a sandbox that works");
  const report = await runDoctor({
    word: randomUUID(),
    tell: ({ title }) => {
      done++;
      const left = ((performance.now() - began) / done) * (probes.length - done);
      line.show(`probe ${done} of ${probes.length}, about ${Math.ceil(left / 1000)} s left: ${title}`);
    },
  });
  line.clear();
  console.log(json ? JSON.stringify(report, null, 1) : inWords(report));
  const { level } = report;
  if (level === null) throw new Refusal("No sandbox works on this machine.", 1);
  if (least !== undefined && !meets(level, least))
    throw new Refusal(`The sandbox must reach level ${least}, got level ${level}.`, 1);
}

const isLevel = (text: string): text is Level => /^[A-D]$/.test(text);

function inWords({ level, sandbox, probes, missing }: DoctorReport): string {
  const lines = probes.map(({ outcome, title, words }) => {
    const mark = outcome === "blocked" || outcome === "limited" ? "✓" : "✗";
    return `${mark} ${outcome.padEnd(7)}  ${title}: ${words}`;
  });
  const above = missing.map(({ level, why, advice }) => `✗ level ${level}: ${why}\n    Try   ${advice}`);
  const reached =
    sandbox === null
      ? []
      : [
          level === sandbox.level
            ? `Level ${level}: ${sandbox.title}`
            : `Level ${level}: ${sandbox.title}, which should hold as level ${sandbox.level} and does not`,
        ];
  return [...lines, ...above, ...reached].join("\n");
}
