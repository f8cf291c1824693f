import { once } from "node:events";
import { userInfo } from "node:os";
import { join, resolve } from "node:path";
import { Command } from "commander";
import { Refusal } from "../../kernel/refusal.ts";
import { progressLine } from "../progressLine.ts";
import { timeLeft } from "../timeLeft.ts";

interface ReviewFlags {
  readonly course: string;
  readonly as?: string;
  readonly seed: string;
  readonly port: string;
  readonly open: boolean;
}

/** `genloss course review`: a page on this machine where a person reads answers and marks them. */
export function courseReviewCommand(): Command {
  return new Command("review")
    .description("read answers and mark them, on a page that this machine alone can open")
    .argument("[assignment]", "all of them by default")
    .option("--course <folder>", "the course", ".")
    .option("--as <name>", "who marks, as the marks say it; by default who is logged in")
    .option("--seed <number>", "of the order in which answers come", "1")
    .option("--port <number>", "of the page; 0 takes any free one", "0")
    .option("--no-open", "print the address, and open no browser")
    .addHelpText(
      "after",
      `
One exercise at a time, one answer after the other, across students and without names: texts and
tasks that no test judges, and, where you want to look, answers that tests judged. Keys do
everything ("?" shows them), and all is saved at once. A comment on what tests judged needs no points.
Marks stay when answers are graded anew, and say so when an answer changed. Two people
may review at the same time, each with their own --as.

The address works once, in one browser. Ctrl + C ends the review.

Example:
  genloss course review hw1`,
    )
    .action(reviewCommand);
}

async function reviewCommand(asked: string | undefined, flags: ReviewFlags): Promise<void> {
  const [seed, port] = [Number(flags.seed), Number(flags.port)];
  if (!Number.isSafeInteger(seed)) refuse(`--seed must be a whole number, got ${flags.seed}`);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    refuse(`--port must be a whole number from 0 to 65535, got ${flags.port}`);
  const reviewer = (flags.as ?? userInfo().username).trim();
  if (reviewer === "") refuse('--as must be a name, got ""');
  const { openCourse } = await import("../../course/openCourse.ts");
  const { knownAssignments } = await import("../../course/knownAssignments.ts");
  const { marksOf } = await import("../../course/marks/marksOf.ts");
  const { readManifest } = await import("../../course/manifest/readManifest.ts");
  const { serveReview } = await import("../../course/review/serveReview.ts");
  const { openInBrowser } = await import("../../course/review/openInBrowser.ts");
  const open = openCourse(resolve(flags.course));
  const { course, paths, handedOut, answers } = open;
  using gradebook = open.gradebook;
  const graded = gradebook.assignments();
  if (asked !== undefined && !knownAssignments(paths, course, gradebook).has(asked))
    refuse(`ASSIGNMENT must be one of ${graded.join(", ") || "none yet"}, got ${asked}`);
  const assignments = asked === undefined ? graded : [asked];
  if (assignments.length === 0)
    refuse("there must be an assignment, got none yet\n  Try   genloss course assign");
  const line = progressLine(process.stderr);
  const start = performance.now();
  const served = await serveReview(
    {
      ...{ gradebook, handedOut, answers, reviewer, seed },
      manifests: assignments.map((name) => readManifest(paths.manifests, name)),
      finalMarks: (assignment) => marksOf(open, assignment, new Date()),
      drafts: join(paths.root, "private", "drafts"),
      now: () => new Date(),
    },
    port,
    (done, of) => line.show(`${done} of ${of} read, ${timeLeft(done, of, performance.now() - start)} left`),
  );
  line.clear();
  const tidy = flags.open ? openInBrowser(served.address, join(paths.root, "private")) : undefined;
  console.log(
    `${served.open} ${served.open === 1 ? "answer waits" : "answers wait"} to be read, in an order of seed ${seed}`,
  );
  console.log(`Open once, in one browser:  ${served.address}`);
  console.log("Ctrl + C ends the review; all that was given is saved.");
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM"), once(process, "SIGHUP")]);
  tidy?.();
  await served.close();
}

function refuse(rule: string): never {
  throw new Refusal(`Cannot review: ${rule}`, 2);
}
