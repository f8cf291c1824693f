import type { AttemptFile, TimeSource } from "../gradebook/attempt.ts";
import type { Gradebook } from "../gradebook/gradebook.ts";
import type { Student } from "../gradebook/student.ts";
import type { Unmatched } from "../gradebook/unmatched.ts";
import type { CourseFile } from "../settings/courseFile.ts";
import type { CoursePaths } from "../settings/coursePaths.ts";
import { ContentStore } from "../store/contentStore.ts";
import type { HandIn } from "./handIn.ts";
import { handIns } from "./handIns.ts";
import { keepFiles } from "./keepFiles.ts";
import { type KnownNotebook, knownNotebooks } from "./knownNotebook.ts";
import { matchStudent } from "./matchStudent.ts";
import type { MappedName } from "./nameMap.ts";
import type { Place } from "./place.ts";
import { readFiles } from "./readFiles.ts";
import { bytesOf, receiptOf } from "./receiptOf.ts";
import { type SubmittedTime, submittedTime } from "./submittedTime.ts";
import type { Way } from "./way.ts";
import { classZip } from "./zipFiles.ts";

export interface CollectOptions {
  readonly course: CourseFile;
  readonly paths: CoursePaths;
  readonly gradebook: Gradebook;
  readonly sources: readonly string[];
  /** All that are known, by name. */
  readonly assignments: ReadonlySet<string>;
  /** What is collected; without it, what nbgrader's folders say. */
  readonly assignment: string | undefined;
  readonly from?: Way;
  readonly map: ReadonlyMap<string, MappedName>;
  readonly now: () => Date;
  readonly progress?: (done: number, of: number) => void;
}

/** One attempt, new or known. */
export interface Collected {
  readonly attempt: number;
  readonly student: string;
  readonly assignment: string;
  readonly receipt: string;
  readonly isNew: boolean;
  readonly submittedAt: string | null;
  readonly timeSource: TimeSource;
}

export interface CollectReport {
  readonly collected: readonly Collected[];
  /** Students that no list had. */
  readonly added: readonly string[];
  /** Of this run, and of earlier ones. */
  readonly unmatched: readonly Unmatched[];
  /** Hand-ins for assignments that were not asked for. */
  readonly others: number;
}

/**
 * Takes in what students handed in. First all bytes are kept, then the attempt with its receipt, then the files are
 * read: after a kill nothing is lost, and the next call reads what was left. The same bytes are one attempt, however
 * often they are collected, unless the student went back to them after others.
 */
export async function collect(options: CollectOptions): Promise<CollectReport> {
  return new Collection(options).run();
}

class Collection {
  readonly #options: CollectOptions;
  readonly #store: ContentStore;
  readonly #students: Map<string, Student>;
  readonly #notebooks = new Map<string, readonly KnownNotebook[]>();
  readonly #collected: Collected[] = [];
  readonly #added: string[] = [];
  /** By assignment and student: what their attempts hold. */
  readonly #attempts = new Map<
    string,
    { id: number; bytes: string; at: string | null; source: TimeSource; receipt: string }[]
  >();
  #others = 0;

  constructor(options: CollectOptions) {
    this.#options = options;
    this.#store = new ContentStore(options.paths.store);
    this.#students = new Map(options.gradebook.students().map((student) => [student.id, student]));
    for (const {
      id,
      assignment,
      student,
      files,
      submittedAt,
      timeSource,
      receipt,
    } of options.gradebook.attempts())
      this.#attemptsOf(assignment, student).push({
        ...{ id, bytes: bytesOf(files), at: submittedAt, source: timeSource ?? "none", receipt },
      });
  }

  async run(): Promise<CollectReport> {
    const { sources, gradebook, course, assignments, from, progress, assignment } = this.#options;
    for (const name of assignment === undefined ? assignments : [assignment]) await this.#readUnread(name);
    for (const unmatched of gradebook.unmatched()) await this.#tryAgain(unmatched);
    for (const source of sources) {
      let done = 0;
      const options = { assignments, timeZone: course.timeZone, ...(from && { from }) };
      for await (const { handIn, of } of handIns(source, options)) {
        await this.#take(handIn);
        done += 1;
        progress?.(done, of);
      }
    }
    return {
      collected: this.#collected,
      added: this.#added,
      unmatched: gradebook.unmatched(),
      others: this.#others,
    };
  }

  /** Files that were kept by a run that did not come to read them. */
  async #readUnread(assignment: string): Promise<void> {
    const unread = new Set(this.#options.gradebook.unreadAttempts(assignment));
    if (unread.size === 0) return;
    for (const { id, files } of this.#options.gradebook.attempts(assignment))
      if (unread.has(id)) await this.#read(id, assignment, files);
  }

  async #take(handIn: HandIn): Promise<void> {
    const { course, assignment: asked, assignments, now } = this.#options;
    const assignment = handIn.place.assignment ?? asked;
    if (asked !== undefined && assignment !== asked && assignments.has(assignment as string)) {
      this.#others += 1;
      return;
    }
    const files = await keepFiles(handIn, this.#store, classZip.bytes);
    const time = await submittedTime(handIn, files, this.#store, course.timeZone);
    await this.#place({
      receipt: "",
      who: handIn.place.who,
      assignment: assignment ?? null,
      submittedAt: time.at,
      timeSource: time.source,
      receivedAt: now().toISOString(),
      way: handIn.way,
      reason: "",
      place: { ...handIn.place },
      files,
    });
  }

  /** The instructor may have said by now whose it is, or imported the student. */
  async #tryAgain(unmatched: Unmatched): Promise<void> {
    const { assignment, sources } = this.#options;
    const { assignment: its } = unmatched;
    // With paths, the assignment is said of what lies there, and of nothing else.
    const isMeant =
      its === null ? assignment !== undefined && sources.length === 0 : its === (assignment ?? its);
    if (isMeant) await this.#place({ ...unmatched, assignment: its ?? assignment ?? null });
  }

  /** Makes an attempt of it, or keeps it as nobody's. */
  async #place(given: Unmatched): Promise<void> {
    const { gradebook, map, assignments, now } = this.#options;
    const { assignment, files, way, receivedAt } = given;
    const place = given.place as unknown as Place;
    const keep = (reason: string): void => {
      const receipt = given.receipt || receiptOf(`?${given.who}`, assignment ?? "", bytesOf(files), 0);
      gradebook.saveUnmatched({ ...given, receipt, reason });
    };
    if (assignment === null) return keep("nothing says for which assignment: collect it with --assignment");
    if (!assignments.has(assignment)) return keep("no assignment is called as its folder is");
    const match = matchStudent(place, [...this.#students.values()], map, assignment);
    if ("reason" in match) return keep(match.reason);

    const { student, isNew } = match;
    const mapped = map.get(place.who)?.submittedAt;
    const time: SubmittedTime = mapped
      ? { at: mapped, source: "map" }
      : { at: given.submittedAt, source: given.timeSource ?? "none" };
    const bytes = bytesOf(files);
    const others = this.#attemptsOf(assignment, student.id);
    const known = knownAttempt(others, bytes, time);
    const again = others.filter((other) => other.bytes === bytes).length;
    const receipt = known?.receipt ?? receiptOf(student.id, assignment, bytes, again);
    const at = now().toISOString();
    const id = gradebook.transaction(() => {
      gradebook.saveStudents([student]);
      for (const stale of gradebook.unmatched()) {
        const isFor = stale.assignment === null || stale.assignment === assignment;
        if (isFor && stale.who === given.who && bytesOf(stale.files) === bytes)
          gradebook.removeUnmatched(stale.receipt, at);
      }
      if (known) {
        if (time.at !== null && isSurer(time.source, known.source))
          gradebook.saveSubmittedAt(known.id, time.at, time.source, at);
        return known.id;
      }
      return gradebook.addAttempt({
        ...{ student: student.id, assignment, submittedAt: time.at, timeSource: time.source },
        ...{ receivedAt, way, receipt, files },
      });
    });
    this.#students.set(student.id, student);
    if (isNew) this.#added.push(student.id);
    if (!known) others.push({ id, bytes, at: time.at, source: time.source, receipt });
    const shown =
      known && !isSurer(time.source, known.source) ? { at: known.at, source: known.source } : time;
    this.#collected.push({
      ...{ attempt: id, student: student.id, assignment, receipt, isNew: !known },
      ...{ submittedAt: shown.at, timeSource: shown.source },
    });
    if (!known) await this.#read(id, assignment, files);
  }

  async #read(attempt: number, assignment: string, files: readonly AttemptFile[]): Promise<void> {
    const { gradebook, course, paths } = this.#options;
    let known = this.#notebooks.get(assignment);
    if (!known) {
      known = knownNotebooks(paths.manifests, assignment, gradebook.gradedCells(assignment));
      this.#notebooks.set(assignment, known);
    }
    gradebook.saveFiles(attempt, await readFiles(files, known, this.#store, course.timeZone));
  }

  #attemptsOf(assignment: string, student: string) {
    const key = `${assignment}\0${student}`;
    const known = this.#attempts.get(key) ?? [];
    this.#attempts.set(key, known);
    return known;
  }
}

interface Held {
  readonly id: number;
  readonly bytes: string;
  readonly at: string | null;
  readonly source: TimeSource;
  readonly receipt: string;
}

/**
 * The attempt that these bytes are already. They are a new one only if others came between, and a sure source says
 * that these came after: a folder that was copied once more says nothing.
 */
function knownAttempt(others: readonly Held[], bytes: string, time: SubmittedTime): Held | undefined {
  const same = others.filter((other) => other.bytes === bytes).at(-1);
  if (!same || time.at === null || !isSurer(time.source, "file")) return same;
  const { at } = time;
  const last = others.reduce((a, b) => ((b.at ?? "") >= (a.at ?? "") ? b : a));
  const isBack = last.bytes !== bytes && last.at !== null && at > last.at;
  return isBack ? undefined : same;
}

const sureness: readonly TimeSource[] = [
  ...(["none", "none, late in Canvas", "file", "zip entry", "timestamp.txt", "map"] as const),
];

const isSurer = (a: TimeSource, b: TimeSource): boolean => sureness.indexOf(a) > sureness.indexOf(b);
