import { Refusal } from "../../kernel/refusal.ts";
import { climbLadder, type LadderOptions } from "./climbLadder.ts";
import { meets } from "./levels.ts";
import type { Level, Sandbox } from "./sandbox.ts";

/**
 * The best sandbox that works on this machine.
 *
 * @param least the lowest level that will do
 * @throws {Refusal} if there is none at that level, with what to install
 */
export async function chooseSandbox(least: Level, options: LadderOptions = {}): Promise<Sandbox> {
  const { sandbox, missing } = await climbLadder(options);
  if (sandbox && meets(sandbox.level, least)) return sandbox;
  const got = sandbox ? `level ${sandbox.level}, ${sandbox.title}` : "none that works";
  const lines = missing
    .filter(({ level }) => meets(level, least))
    .map(({ level, why, advice }) => `  level ${level}: ${why}\n    Try   ${advice}`);
  if (!options.trustSubmissions && least === "E")
    lines.push("  level E: guards nothing\n    Try   --trust-submissions, if you know who wrote them");
  throw new Refusal(
    [`Cannot grade: the sandbox must reach level ${least}, got ${got}`, ...lines].join("\n"),
    1,
  );
}
