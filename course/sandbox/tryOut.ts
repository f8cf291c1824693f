import { randomUUID } from "node:crypto";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import type { Sandbox } from "./sandbox.ts";
import { defaultLimits } from "./sandboxLimits.ts";

/**
 * Starts a program in a sandbox that says back what it is told.
 *
 * @returns why it cannot be used, or undefined if it said the same
 */
export async function tryOut(sandbox: Sandbox, patienceMs: number): Promise<string | undefined> {
  const word = randomUUID();
  const from = fileURLToPath(new URL("hello.ts", import.meta.url));
  const at = "/hello/hello.ts";
  const request = { readable: [{ from, at }], env: {}, limits: defaultLimits, slot: 0 };
  let child: ReturnType<Sandbox["launch"]>;
  try {
    child = sandbox.launch({ program: [process.execPath, at], ...request });
  } catch (error) {
    return (error as Error).message;
  }
  const clock = setTimeout(() => child.kill(), patienceMs);
  let [said, printed] = ["", ""];
  (child.stdio[3] as Readable | null)?.on("data", (text: Buffer) => {
    said += text;
  });
  child.stderr?.on("data", (text: Buffer) => {
    printed = `${printed}${text}`.slice(-2000);
  });
  child.stdin?.on("error", () => {}); // it has ended before it could read; its end tells
  child.stdin?.write(word);
  try {
    const [code, signal] = await once(child, "close");
    if (said === word) return undefined;
    const lines = printed.split("\n").filter((line) => line.trim() !== "");
    return lines.at(-1) ?? `it ended with ${signal ?? `code ${code}`} and said nothing`;
  } catch (error) {
    return (error as Error).message; // it could not be started
  } finally {
    clearTimeout(clock);
  }
}
