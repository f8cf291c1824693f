import type { Attempt, AttemptFile, TimeSource } from "./attempt.ts";
import { AttemptRecords } from "./attemptRecords.ts";
import { type AuditEntry, AuditLog } from "./auditLog.ts";
import { CellRecords } from "./cellRecords.ts";
import type { CellResult } from "./cellResult.ts";
import type { Database } from "./database.ts";
import type { GradedCell } from "./gradedCell.ts";
import type { ManualMark, RubricItem } from "./manualMark.ts";
import { MarkRecords } from "./markRecords.ts";
import { openDatabase } from "./openDatabase.ts";
import { type ResultKey, ResultRecords } from "./resultRecords.ts";
import type { Student } from "./student.ts";
import { StudentRecords } from "./studentRecords.ts";
import type { Unmatched } from "./unmatched.ts";
import { UnmatchedRecords } from "./unmatchedRecords.ts";

export type { ResultKey };

/**
 * The marks of a course, in one SQLite file that its owner alone can read. Whatever is written is written whole, also
 * when the program is killed: one transaction for each call.
 *
 * @example
 * using gradebook = new Gradebook("my-course/private/gradebook.sqlite");
 * gradebook.saveStudents([{ id: "ada", firstName: "Ada", lastName: "Lovelace", email: "", lms: {} }]);
 */
export class Gradebook implements Disposable {
  readonly #database: Database;
  readonly #audit: AuditLog;
  readonly #students: StudentRecords;
  readonly #cells: CellRecords;
  readonly #attempts: AttemptRecords;
  readonly #unmatched: UnmatchedRecords;
  readonly #results: ResultRecords;
  readonly #marks: MarkRecords;

  /** @throws {Refusal} (exit code 2) if the file is not a gradebook of this version */
  constructor(path: string) {
    this.#database = openDatabase(path);
    this.#audit = new AuditLog(this.#database);
    this.#students = new StudentRecords(this.#database);
    this.#cells = new CellRecords(this.#database);
    this.#attempts = new AttemptRecords(this.#database, this.#audit);
    this.#unmatched = new UnmatchedRecords(this.#database, this.#audit);
    this.#results = new ResultRecords(this.#database, this.#audit);
    this.#marks = new MarkRecords(this.#database, this.#audit);
  }

  [Symbol.dispose](): void {
    this.#database[Symbol.dispose]();
  }

  /** All of what it writes, or nothing of it. */
  transaction<T>(write: () => T): T {
    return this.#database.transaction(write);
  }

  /** All students, by last name, first name, id. */
  students(): Student[] {
    return this.#students.all();
  }

  /** Adds students, or says anew who they are. Nobody is removed. */
  saveStudents(students: readonly Student[]): void {
    this.transaction(() => {
      for (const student of students) this.#students.save(student);
    });
  }

  /** Names of the assignments that were released, sorted. */
  assignments(): string[] {
    return this.#cells.assignments();
  }

  /** The graded cells of an assignment, by notebook and place. */
  gradedCells(assignment: string): GradedCell[] {
    return this.#cells.of(assignment);
  }

  /** Replaces what is known of an assignment's graded cells. Results and marks stay. */
  saveGradedCells(assignment: string, cells: readonly GradedCell[]): void {
    this.transaction(() => this.#cells.replace(assignment, cells));
  }

  /** All attempts at an assignment, or at all, in the order in which they came. */
  attempts(assignment?: string): Attempt[] {
    return this.#attempts.all(assignment);
  }

  /** Keeps an attempt. @returns its number; that of the attempt with this receipt, if there is one */
  addAttempt(attempt: Omit<Attempt, "id">): number {
    return this.transaction(() => this.#attempts.add(attempt));
  }

  /** Says anew what the files of an attempt are: they are read after they were kept. */
  saveFiles(attempt: number, files: readonly AttemptFile[]): void {
    this.transaction(() => this.#attempts.replaceFiles(attempt, files));
  }

  /** Numbers of the attempts whose files were kept and not yet read, as after a kill. */
  unreadAttempts(assignment: string): number[] {
    return this.#attempts.unread(assignment);
  }

  /** Says anew when an attempt was handed in. */
  saveSubmittedAt(attempt: number, submittedAt: string, source: TimeSource, at: string): void {
    this.transaction(() => this.#attempts.saveTime(attempt, submittedAt, source, at));
  }

  /** What was handed in and is nobody's yet. */
  unmatched(): Unmatched[] {
    return this.#unmatched.all();
  }

  /** Keeps what cannot be matched; what is kept already gets its new reason. */
  saveUnmatched(unmatched: Unmatched): void {
    this.transaction(() => this.#unmatched.save(unmatched));
  }

  /** To be called in the transaction that makes an attempt of it. */
  removeUnmatched(receipt: string, at: string): void {
    this.transaction(() => this.#unmatched.remove(receipt, at));
  }

  /** Whether there is a result that need not be made again. */
  hasResult(key: ResultKey): boolean {
    return this.#results.has(key);
  }

  /** Results of an assignment, of all versions of files and tests. */
  results(assignment: string): CellResult[] {
    return this.#results.of(assignment);
  }

  /** Keeps a result in place of one of the same file, tests and variant. */
  saveResult(result: CellResult): void {
    this.transaction(() => this.#results.save(result));
  }

  manualMarks(assignment: string): ManualMark[] {
    return this.#marks.of(assignment);
  }

  /** Keeps a person's mark in place of that person's, or another's, earlier one; the audit log has both. */
  saveManualMark(mark: ManualMark): void {
    this.transaction(() => this.#marks.save(mark));
  }

  /** Takes a person's mark back: what tests say counts again. The audit log keeps it. */
  removeManualMark(
    mark: Pick<ManualMark, "student" | "assignment" | "notebook" | "gradeId" | "by" | "at">,
  ): void {
    this.transaction(() => this.#marks.remove(mark));
  }

  rubric(assignment: string): RubricItem[] {
    return this.#marks.rubric(assignment);
  }

  saveRubricItem(item: RubricItem): void {
    this.transaction(() => this.#marks.saveRubricItem(item));
  }

  /** Takes an item out of the rubric. Marks stay as they are: whoever removes it says what becomes of them. */
  removeRubricItem(item: RubricItem, by: string, at: string): void {
    this.transaction(() => this.#marks.removeRubricItem(item, by, at));
  }

  /** What happened, in order, for those who ask later. */
  audit(): AuditEntry[] {
    return this.#audit.entries();
  }

  /** The first entry of the audit log that does not follow from those before it; undefined if all do. */
  firstBrokenEntry(): number | undefined {
    return this.#audit.firstBroken();
  }
}
