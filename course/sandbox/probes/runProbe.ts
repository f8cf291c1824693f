import { once } from "node:events";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { meets } from "../levels.ts";
import type { Sandbox } from "../sandbox.ts";
import { defaultLimits } from "../sandboxLimits.ts";
import type { Canaries } from "./canaries.ts";
import type { Reply } from "./inside/request.ts";
import { outcomeOf, type ProbeResult } from "./outcomeOf.ts";
import type { Probe } from "./probe.ts";

export interface ProbeOptions {
  /** How much output is read before the program is ended. */
  readonly outputCap?: number;
  /** The longest that a probe may take: the caller's clock. */
  readonly patienceMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly slot?: number;
}

/** The limits that a sandbox has by itself, but two seconds of processor time, so that a probe is over soon. */
const limits = { ...defaultLimits, cpuSeconds: 2 };

/** Runs one probe in a sandbox, and says from outside what it reached. */
export async function runProbe(
  sandbox: Sandbox,
  probe: Probe,
  canaries: Canaries,
  options: ProbeOptions = {},
): Promise<ProbeResult> {
  const { outputCap = megabyte, patienceMs = 60_000, env = {}, slot = 0 } = options;
  const inside = fileURLToPath(new URL("inside", import.meta.url));
  const work = meets(sandbox.level, "B") ? "/work" : canaries.work;
  const child = sandbox.launch({
    program: [process.execPath, "/probe/act.ts"],
    readable: [
      { from: inside, at: "/probe" },
      { from: canaries.work, at: "/work" },
    ],
    env,
    limits,
    slot,
  });
  let [spoken, printed, lastWords, late] = ["", 0, "", false];
  (child.stdio[3] as Readable).on("data", (text: Buffer) => {
    spoken += text;
    if (spoken.length > megabyte) child.kill();
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (text: Buffer) => {
      printed += text.length;
      if (stream === child.stderr) lastWords = `${lastWords}${text}`.slice(-2000);
      if (printed > outputCap) child.kill();
    });
  }
  const clock = setTimeout(() => {
    late = true;
    child.kill();
  }, patienceMs);
  child.stdin?.on("error", () => {}); // it has ended before it could read; its end tells
  child.stdin?.write(`${JSON.stringify(probe.request(canaries, work))}\n`);
  try {
    const [code, signal] = await once(child, "close");
    const replies = repliesIn(spoken);
    // A datagram may come after the word that it was sent.
    if (probe.reached && !probe.reached("", canaries)) await sleep(probe.name === "udp" ? 300 : 0);
    return outcomeOf(
      probe,
      { replies, printed, cut: printed > outputCap, late, code, signal, lastWords },
      canaries,
    );
  } finally {
    clearTimeout(clock);
  }
}

const megabyte = 2 ** 20;

/** The lines that are replies. A last one that was cut off is none. */
function repliesIn(spoken: string): Reply[] {
  return spoken
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Reply);
}
