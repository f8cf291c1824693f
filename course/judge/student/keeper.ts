/**
 * The thread that keeps the processes of a judge's students: it starts them in the sandbox and carries lines, while the
 * judge stands still and waits for an answer.
 */
import { availableParallelism } from "node:os";
import { type MessagePort, workerData } from "node:worker_threads";
import { chooseSandbox } from "../../sandbox/chooseSandbox.ts";
import { howItEnded } from "../../sandbox/howItEnded.ts";
import type { Level, Sandbox } from "../../sandbox/sandbox.ts";
import { type FromKeeper, longestReply, type ProcessEnd, type ToKeeper } from "./keeperMessages.ts";

const { port, bell, least, trust } = workerData as {
  readonly port: MessagePort;
  /** Rung after each message: whoever stands still is woken. */
  readonly bell: Int32Array;
  readonly least: Level;
  readonly trust: boolean;
};

const say = (message: FromKeeper): void => {
  port.postMessage(message);
  Atomics.add(bell, 0, 1);
  Atomics.notify(bell, 0);
};

interface Kept {
  write(line: string): void;
  kill(): void;
}

const kept = new Map<number, Kept>();

function start(sandbox: Sandbox, { number, request }: Extract<ToKeeper, { do: "start" }>): void {
  const began = performance.now();
  let stderr = "";
  let isTooLong = false;
  /** Lines that it may still say: one as it starts, and one for each that it hears. */
  let turns = 1;
  let isUnasked = false;
  const child = sandbox.launch(request);
  const end = (why: ProcessEnd["why"], words: string): void => {
    if (!kept.delete(number)) return;
    say({ say: "ended", number, end: { why, words } });
  };
  kept.set(number, {
    write(line) {
      turns += 1;
      child.stdin?.write(`${line}\n`);
    },
    kill: () => void child.kill("SIGKILL"),
  });
  child.once("error", (error) => end("sandbox", error.message));
  child.stdin?.on("error", () => {}); // its end is told as it comes
  child.stdout?.resume(); // read, so that nobody waits, and not kept
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr = (stderr + text).slice(-4000);
  });
  let rest: string[] = [];
  let length = 0;
  const replies = child.stdio[3] as NodeJS.ReadableStream;
  replies.setEncoding("utf8");
  replies.on("data", (text: string) => {
    const lines = text.split("\n");
    length += text.length;
    if (length > longestReply) {
      isTooLong = true;
      child.kill("SIGKILL");
      return;
    }
    for (const [index, part] of lines.entries()) {
      rest.push(part);
      if (index === lines.length - 1) break;
      turns -= 1;
      if (turns < 0) {
        isUnasked = true;
        child.kill("SIGKILL");
        return;
      }
      say({ say: "line", number, line: rest.join("") });
      rest = [];
      length = lines.at(-1)?.length ?? 0;
    }
  });
  child.once("close", (code, signal) => {
    const seen = { code, signal, stderr, limits: request.limits };
    if (isTooLong) end("too-long", "");
    else if (isUnasked) end("crash", "the answer wrote where only replies go");
    else {
      const elapsedMs = performance.now() - began;
      end(howItEnded({ ...seen, elapsedMs, processors: availableParallelism() }), stderr.trim());
    }
  });
}

/** What cannot be started has ended. */
function tryStart(sandbox: Sandbox, message: Extract<ToKeeper, { do: "start" }>): void {
  try {
    start(sandbox, message);
  } catch (error) {
    const end = { why: "sandbox", words: (error as Error).message } as const;
    say({ say: "ended", number: message.number, end });
  }
}

try {
  const sandbox = await chooseSandbox(least, { trustSubmissions: trust });
  port.on("message", (message: ToKeeper) => {
    if (message.do === "start") tryStart(sandbox, message);
    else if (message.do === "write") kept.get(message.number)?.write(message.line);
    else kept.get(message.number)?.kill();
  });
  say({ say: "ready", level: sandbox.level });
} catch (error) {
  say({ say: "refused", words: (error as Error).message });
}
