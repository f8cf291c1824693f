import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import type { GradeReport } from "../../course/grade/gradeAssignment.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { progressLine } from "../progressLine.ts";
import { projectVersion } from "../projectVersion.ts";
import { timeLeft } from "../timeLeft.ts";

interface GradeFlags {
  readonly course: string;
  readonly slots: string;
  readonly student?: readonly string[];
  readonly again?: boolean;
  readonly trustSubmissions?: boolean;
  readonly queue?: string;
  readonly json?: boolean;
}

/** `genloss course grade`: tests judge what was collected, and each answer runs in a sandbox. */
export function courseGradeCommand(): Command {
  return new Command("grade")
    .description("judge what was collected by its tests, each answer in a sandbox")
    .argument("[assignment...]", "names of released assignments; all of them by default")
    .option("--course <folder>", "the course's folder", ".")
    .option(
      "--slots <count>",
      "how many submissions are judged at the same time",
      String(availableParallelism()),
    )
    .option("--student <id...>", "judge these students alone")
    .option("--again", "judge anew what has a result already")
    .option("--trust-submissions", "take the sandbox that there is, or none: you know who wrote it")
    .option("--queue <address>", "workers that listen there judge: redis://HOST:PORT, or rediss:// for TLS")
    .option("--json", "say what was done as JSON")
    .addHelpText(
      "after",
      `
An answer runs in a process of its own that reaches neither tests nor files nor the network; tests run
outside, call it, and compare what comes back. Results are kept as they are made: stopped or killed, the
same command goes on where it was. After a test was changed (assign, release) only what that test judges
is judged anew. What the judge itself could not do is never a 0: it is tried again, reported, and the
command ends with 1. What course.json asks of the sandbox, this machine must reach: genloss course doctor.

With --queue other machines judge, each with \`genloss worker --course\` and this course's folder (a shared
disk, or a copy); this one keeps the gradebook. See jobs/README.md.

Example:
  genloss course grade 01-a-photocopy-of-a-photocopy`,
    )
    .action(grade);
}

const root = fileURLToPath(new URL("../../", import.meta.url));

async function grade(names: readonly string[], flags: GradeFlags): Promise<void> {
  const slots = Number(flags.slots);
  if (!Number.isInteger(slots) || slots < 1 || slots > 64)
    throw new Refusal(`Cannot grade: --slots must be a whole number from 1 to 64, got ${flags.slots}`, 2);
  if (flags.queue !== undefined && flags.trustSubmissions)
    throw new Refusal(
      "Cannot grade: --trust-submissions must be given without --queue (each worker keeps its own guard), got both",
      2,
    );
  const { queuedWork } = await import("../queuedWork.ts");
  const { releasedCourse } = await import("../releasedCourse.ts");
  const { openCourse } = await import("../../course/openCourse.ts");
  const { readManifest } = await import("../../course/manifest/readManifest.ts");
  const { gradeAssignment } = await import("../../course/grade/gradeAssignment.ts");
  const { course, paths, gradebook: open, handedOut } = openCourse(resolve(flags.course));
  using gradebook = open;
  const known = gradebook.assignments();
  if (known.length === 0)
    throw new Refusal(
      "Cannot grade: an assignment must be released, got none\n  Try   genloss course release ASSIGNMENT",
      2,
    );
  for (const name of names)
    if (!known.includes(name))
      throw new Refusal(
        `Cannot grade: ASSIGNMENT must be one that was released, got ${JSON.stringify(name)}\n` +
          `  Try   ${known.join(", ")}`,
        2,
      );
  const students = new Set(gradebook.students().map(({ id }) => id));
  const stranger = flags.student?.find((id) => !students.has(id));
  if (stranger !== undefined)
    throw new Refusal(
      `Cannot grade: --student must be the id of a student of the course, got ${JSON.stringify(stranger)}\n` +
        "  Try   genloss course status --names, which lists them",
      2,
    );
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  const line = progressLine(process.stderr);
  await using executor =
    flags.queue === undefined
      ? undefined
      : await queuedWork({
          ...{ root, address: flags.queue, courseId: releasedCourse(paths.root).id },
          ...{ worker: " --course FOLDER", onNotice: (notice: string) => line.keep(notice) },
        });
  const reports: (GradeReport & { readonly assignment: string })[] = [];
  try {
    for (const assignment of names.length > 0 ? names : known) {
      const began = performance.now();
      let start = began;
      const report = await gradeAssignment({
        ...{ course, gradebook, handedOut, slots, version: projectVersion, root: paths.root },
        manifest: readManifest(paths.manifests, assignment),
        ...(executor && { executor }),
        now: () => new Date(),
        ...(flags.student && { students: new Set(flags.student) }),
        again: flags.again ?? false,
        trust: flags.trustSubmissions ?? false,
        signal: stop.signal,
        onPrepared: (done, total) => {
          start = performance.now();
          line.show(`${assignment}: ${done} of ${total} exercises made ready`);
        },
        onResult: (done, total) => {
          const left = timeLeft(done, total, performance.now() - start);
          line.show(`${assignment}: ${done} of ${total} answers judged${left && `, ${left}`}`);
        },
      });
      reports.push({ assignment, ...report });
      line.clear();
      if (!flags.json) console.log(inWords(assignment, report, performance.now() - began));
      if (stop.signal.aborted) break;
    }
  } finally {
    line.clear();
  }
  if (flags.json) console.log(JSON.stringify(reports, null, 1));
  if (stop.signal.aborted) throw new Refusal("Stopped: the same command goes on from here", 1);
  const failed = reports.reduce((sum, report) => sum + report.failed, 0);
  if (failed > 0)
    throw new Refusal(
      `${failed} answers could not be judged, for no fault of theirs; they have no mark yet\n` +
        "  Try   the same command again, and genloss course doctor",
      1,
    );
}

const inWords = (name: string, { judged, kept, levels }: GradeReport, ms: number): string =>
  judged === 0
    ? `${name}: nothing to judge, ${kept} results are there`
    : `${name}: ${judged} answers judged in ${Math.round(ms / 1000)} s, ${kept} results were there; sandbox level ${levels.join(" and ") || "none"}`;
