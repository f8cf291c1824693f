import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { howItEnded, type SandboxEnd } from "../../../../course/sandbox/howItEnded.ts";
import type { LaunchRequest, Sandbox } from "../../../../course/sandbox/sandbox.ts";
import { defaultLimits, type SandboxLimits } from "../../../../course/sandbox/sandboxLimits.ts";

export interface ScriptRun {
  readonly said: string;
  readonly printed: string;
  readonly errors: string;
  readonly end: SandboxEnd;
  readonly code: number | null;
}

export type ScriptOptions = Partial<Omit<LaunchRequest, "limits" | "program">> & {
  readonly limits?: Partial<SandboxLimits>;
  /** What it reads at descriptor 0. */
  readonly input?: string;
};

/** Runs a script in a sandbox, where it is `/w/script.mjs`. */
export async function runScript(
  sandbox: Sandbox,
  script: string,
  options: ScriptOptions = {},
): Promise<ScriptRun> {
  const folder = mkdtempSync(join(tmpdir(), "sandbox-script-"));
  chmodSync(folder, 0o755);
  const from = join(folder, "script.mjs");
  writeFileSync(from, script, { mode: 0o644 });
  const { input = "", limits: given, ...request } = options;
  const limits = { ...defaultLimits, ...given };
  const began = performance.now();
  const child = sandbox.launch({
    env: {},
    slot: 0,
    ...request,
    program: [process.execPath, "/w/script.mjs"],
    readable: [{ from, at: "/w/script.mjs" }, ...(options.readable ?? [])],
    limits,
  });
  const clock = setTimeout(() => child.kill(), 120_000);
  try {
    const texts = { said: "", printed: "", errors: "" };
    for (const [name, stream] of [
      ["said", child.stdio[3]],
      ["printed", child.stdout],
      ["errors", child.stderr],
    ] as const)
      (stream as Readable).on("data", (text: Buffer) => {
        texts[name] += text;
      });
    child.stdin?.on("error", () => {}).end(input);
    const [code, signal] = await once(child, "close");
    const elapsedMs = performance.now() - began;
    const seen = {
      code,
      signal,
      stderr: texts.errors,
      elapsedMs,
      limits,
      processors: availableParallelism(),
    };
    return { ...texts, end: howItEnded(seen), code };
  } finally {
    clearTimeout(clock);
    rmSync(folder, { recursive: true });
  }
}
