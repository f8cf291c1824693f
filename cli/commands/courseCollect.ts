import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { Command, Option } from "commander";
import type { CollectReport } from "../../course/collect/collect.ts";
import { type Way, ways } from "../../course/collect/way.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { progressLine } from "../progressLine.ts";
import { timeLeft } from "../timeLeft.ts";

interface CollectFlags {
  readonly course: string;
  readonly assignment?: string;
  readonly from?: Way;
  readonly map?: string;
  readonly students?: string;
  readonly layOut?: boolean;
  readonly names?: boolean;
  readonly json?: boolean;
}

/** `genloss course collect`: what students handed in, kept before it is read. */
export function courseCollectCommand(): Command {
  return new Command("collect")
    .description("take in what students handed in, and keep every attempt")
    .argument(
      "[path...]",
      "folders of notebooks or zips, nbgrader's submitted, what Moodle or Canvas gives to download, zipped or not",
    )
    .option("--course <folder>", "the course", ".")
    .option("--assignment <name>", "what was handed in; nbgrader's folders say it themselves")
    .addOption(
      new Option("--from <way>", "how it came, where the names of the files do not say it").choices([
        ...ways,
      ]),
    )
    .option("--map <file>", "whose is whose: name,student,submitted_at")
    .option("--students <file>", "students to import first: see genloss course students import")
    .option("--lay-out", "write the attempts that count to submitted/, as nbgrader has them")
    .option("--names", "show who is meant")
    .option("--json", "say what was collected as JSON, with each receipt")
    .addHelpText(
      "after",
      `
All bytes are kept first (private/store), then each attempt with its receipt, then the files are
read; a killed run loses nothing, and the next one goes on. The same bytes are one attempt, however
often they are collected. Renamed notebooks are known by their graded cells. What cannot be matched
to a student or an assignment is kept too: private/unmatched.csv lists it with the reason. Fill in
its column student, and say --map with it; no path is needed then.

Moodle's and Canvas' downloads do not say when something was handed in. Write the time of late ones
into the column submitted_at of a map, or give those students no penalty.

Ends with 1 if something is nobody's yet.

Example:
  genloss course collect ~/Downloads/hw1-submissions.zip --assignment hw1
  genloss course collect --assignment hw1 --map private/unmatched.csv`,
    )
    .action(collectCommand);
}

async function collectCommand(given: readonly string[], flags: CollectFlags): Promise<void> {
  // Loaded here, so that other commands start without them.
  const { collect } = await import("../../course/collect/collect.ts");
  const { nameMap } = await import("../../course/collect/nameMap.ts");
  const { writeUnmatched } = await import("../../course/collect/unmatchedList.ts");
  const { openCourse } = await import("../../course/openCourse.ts");
  const { knownAssignments } = await import("../../course/knownAssignments.ts");
  const open = openCourse(resolve(flags.course));
  const { course, paths } = open;
  using gradebook = open.gradebook;
  const assignments = knownAssignments(paths, course, gradebook);
  const { assignment } = flags;
  if (assignment !== undefined && !assignments.has(assignment))
    refuse(
      `--assignment must be one of the course's (${[...assignments].join(", ") || "there is none yet: genloss course assign"}), got ${assignment}`,
    );
  const isMatchingOnly = given.length === 0 && (flags.map !== undefined || flags.students !== undefined);
  if (given.length === 0 && !isMatchingOnly)
    refuse("PATH must be given, or --map or --students for what was kept");
  if (flags.students !== undefined) {
    const { importStudents } = await import("../../course/students/importStudents.ts");
    importStudents(gradebook, readFile(flags.students), flags.students);
  }
  const map = flags.map === undefined ? new Map() : nameMap(readFile(flags.map), flags.map, course.timeZone);
  const line = progressLine(process.stderr);
  const start = performance.now();
  const report = await collect({
    ...{ course, paths, gradebook, assignments, assignment, map },
    ...(flags.from && { from: flags.from }),
    sources: given.map((path) => resolve(path)),
    now: () => new Date(),
    progress: (done, of) =>
      line.show(
        [`${done} of ${of} collected`, timeLeft(done, of, performance.now() - start)]
          .filter(Boolean)
          .join(", "),
      ),
  });
  line.clear();
  const list = join(paths.root, "private", "unmatched.csv");
  writeUnmatched(list, report.unmatched);
  let laid: number | undefined;
  if (flags.layOut) laid = await layOutCounting(assignment === undefined ? [...assignments] : [assignment]);
  if (flags.json)
    console.log(JSON.stringify({ ...report, ...(laid !== undefined && { laidOut: laid }) }, null, 1));
  else tell(report, laid, relative(process.cwd(), list), flags);
  if (report.unmatched.length > 0) process.exitCode = 1;

  async function layOutCounting(names: readonly string[]): Promise<number> {
    const { layOut } = await import("../../course/collect/layOut.ts");
    const { marksOf } = await import("../../course/marks/marksOf.ts");
    const { ContentStore } = await import("../../course/store/contentStore.ts");
    const counting = names.flatMap((name) => {
      const ids = new Set(marksOf(open, name, new Date()).map((mark) => mark.attempt));
      return gradebook.attempts(name).filter(({ id }) => ids.has(id));
    });
    return layOut(paths.submitted, counting, new ContentStore(paths.store));
  }
}

function tell(report: CollectReport, laid: number | undefined, list: string, { names }: CollectFlags): void {
  const { collected, added, unmatched, others } = report;
  const fresh = collected.filter(({ isNew }) => isNew);
  console.log(`${fresh.length} new attempts, ${collected.length - fresh.length} known already`);
  const sources = Map.groupBy(fresh, ({ timeSource }) => timeSource);
  for (const [source, all] of sources) console.log(`  ${all.length}: ${timeWords[source]}`);
  if (names)
    for (const { student, assignment, receipt, submittedAt } of fresh)
      console.log(`  ${student}  ${assignment}  ${receipt}  ${submittedAt ?? "time not known"}`);
  if (added.length > 0) console.log(`${added.length} students were in no list, and are now`);
  if (others > 0) console.log(`${others} hand-ins are for other assignments, and were left where they are`);
  if (laid !== undefined) console.log(`${laid} attempts that count stand in submitted/`);
  if (unmatched.length === 0) return;
  console.log(`${unmatched.length} are nobody's yet; they are kept, and ${list} says why:`);
  for (const [reason, all] of Map.groupBy(unmatched, (each) => each.reason))
    console.log(`  ${all.length}: ${reason}${names ? `: ${all.map(({ who }) => who).join(", ")}` : ""}`);
  console.log(`Fill in its column student, then:  genloss course collect --map ${list}`);
}

const timeWords = {
  map: "time from the map",
  "timestamp.txt": "time from nbgrader's timestamp.txt",
  "zip entry": "time from what is in the zip: when the files were saved last",
  file: "time from the files: a copy may have changed it",
  none: "time not known: the LMS does not give it with the files",
  "none, late in Canvas": "time not known, and late by Canvas' word: write it into a map",
} as const;

function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new Refusal(`Cannot collect: ${path} must be a file that can be read`, 2, { cause });
  }
}

function refuse(rule: string): never {
  throw new Refusal(`Cannot collect: ${rule}`, 2);
}
