import { hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import type { JudgeGiven } from "../../course/grade/judgeDesk.ts";
import type { Sandbox } from "../../course/sandbox/sandbox.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { openQueue } from "../openQueue.ts";
import { progressLine } from "../progressLine.ts";

interface WorkerFlags {
  readonly queue: string;
  readonly concurrency?: string;
  readonly patience: string;
  readonly course?: string;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

/** `genloss worker`: does jobs of a queue until it is told to stop. */
export function workerCommand(): Command {
  return new Command("worker")
    .description("do jobs that other machines put into a queue")
    .requiredOption("--queue <address>", "redis://HOST:PORT, or rediss:// for TLS")
    .option("--concurrency <count>", "how many jobs at the same time; default one for each core")
    .option("--course <folder>", "judge what was handed in to the course that is there, and do nothing else")
    .option("--patience <seconds>", "after so long without a sign of life its jobs go to others", "30")
    .addHelpText(
      "after",
      `
Redis or Valkey holds the queue. User and password come from GENLOSS_QUEUE_USER and GENLOSS_QUEUE_PASSWORD in
the environment, never from the address. A worker does jobs for the very code that it has: one of another
version is in another line. Jobs are names and numbers, never code.

With --course it judges for \`genloss course grade --queue\`, each answer in the best sandbox of this machine,
which must reach what course.json asks for. It reads the course's folder, and writes nothing there.

SIGTERM and Ctrl-C let it finish what it does; a second one ends it at once, and others do that work.

Example:
  GENLOSS_QUEUE_PASSWORD=… genloss worker --queue rediss://queue.example.org`,
    )
    .action(work);
}

async function work(flags: WorkerFlags): Promise<void> {
  const { availableParallelism } = await import("node:os");
  const concurrency = wholeFrom("--concurrency", flags.concurrency ?? String(availableParallelism()));
  const patience = wholeFrom("--patience", flags.patience);
  const course = flags.course === undefined ? undefined : await courseHere(flags.course);
  const { workOn } = await import("../../jobs/workOn.ts");
  const { queue, code } = await openQueue(root, flags.queue, course?.id);
  const line = progressLine(process.stderr);
  let [done, faults] = [0, 0];
  const tell = (): void =>
    line.show(`${done} ${done === 1 ? "job" : "jobs"} done${faults > 0 ? `, ${faults} set aside` : ""}`);
  const working = await workOn(queue, {
    ...{ root, code, concurrency, patienceMs: patience * 1000, given: course?.given },
    // Others see it in the list of those who work.
    name: `${hostname()}.${process.pid}${course ? `.sandbox-${course.sandbox.level}` : ""}`,
    onEnd({ key, fault }) {
      done += 1;
      if (fault !== undefined) {
        faults += 1;
        line.keep(`${key} is set aside: ${fault}`);
      }
      tell();
    },
    onConnection: (isThere) =>
      line.keep(isThere ? "The queue is there again." : "The queue does not answer. Trying again …"),
  });
  if (course) line.keep(`Judging in sandbox level ${course.sandbox.level}, ${course.sandbox.title}.`);
  line.keep(`Listening at ${flags.queue}, code ${code.slice(0, 12)}, ${concurrency} at a time.`);
  await new Promise<void>((ended) => {
    let isEnding = false;
    const end = (): void => {
      if (isEnding) {
        void working.stop().then(ended);
        return;
      }
      isEnding = true;
      line.keep("Finishing what runs; once more ends it at once.");
      void working.drain().then(ended);
    };
    process.on("SIGTERM", end).on("SIGINT", end);
  });
  await queue[Symbol.asyncDispose]();
  line.clear();
  console.log(`${done} jobs done, ${faults} of them set aside.`);
}

/**
 * What judges need of a course whose folder this machine has.
 *
 * @throws {Refusal} if there is none, nothing of it was released, or this machine has no sandbox that will do
 */
async function courseHere(
  folder: string,
): Promise<{ readonly id: string; readonly given: JudgeGiven; readonly sandbox: Sandbox }> {
  const { releasedCourse } = await import("../releasedCourse.ts");
  const { chooseSandbox } = await import("../../course/sandbox/chooseSandbox.ts");
  const { root, course, id } = releasedCourse(folder);
  return { id, given: { root, trust: false }, sandbox: await chooseSandbox(course.sandbox) };
}

function wholeFrom(flag: string, text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new Refusal(`Cannot work on a queue: ${flag} must be a whole number from 1 on, got ${text}`, 2);
}
