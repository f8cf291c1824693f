import { createHash } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLOutputValue } from "node:sqlite";
import { Refusal } from "../../kernel/refusal.ts";
import type { Attempt, AttemptFile } from "./attempt.ts";
import type { CellResult } from "./cellResult.ts";
import type { GradedCell } from "./gradedCell.ts";
import type { ManualMark, RubricItem } from "./manualMark.ts";
import { schema } from "./schema.ts";
import type { Student } from "./student.ts";

type Row = Record<string, SQLOutputValue>;

/** Raised when a table changes its shape: a file of another version is refused, not misread. */
const version = 1;

/** What one result is of. */
export type ResultKey = Pick<
  CellResult,
  "assignment" | "notebook" | "gradeId" | "sha256" | "testsSha" | "variant"
>;

/**
 * The marks of a course, in one SQLite file that its owner alone can read. Whatever is written is written whole, also
 * when the program is killed: one transaction for each call.
 *
 * @example
 * using gradebook = new Gradebook("my-course/private/gradebook.sqlite");
 * gradebook.saveStudents([{ id: "ada", firstName: "Ada", lastName: "Lovelace", email: "", lms: {} }]);
 */
export class Gradebook implements Disposable {
  readonly #database: DatabaseSync;

  /** @throws {Refusal} (exit code 2) if the file is not a gradebook of this version */
  constructor(path: string) {
    if (path !== ":memory:" && !existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      writeFileSync(path, "", { mode: 0o600 });
      chmodSync(path, 0o600);
    }
    try {
      this.#database = new DatabaseSync(path, { timeout: 10_000 });
      const found = this.#database.prepare("PRAGMA user_version").get()?.user_version;
      if (found !== 0 && found !== version) throw new Error(`its version is ${found}, not ${version}`);
      this.#database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
      this.#database.exec(`BEGIN IMMEDIATE; ${schema} PRAGMA user_version = ${version}; COMMIT;`);
    } catch (cause) {
      const words = `Cannot open the gradebook: ${path} must be one of this program's, ${(cause as Error).message}`;
      throw new Refusal(words, 2, { cause });
    }
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }

  /** All students, by last name, first name, id. */
  students(): Student[] {
    const rows = this.#all("SELECT * FROM students ORDER BY last_name, first_name, id");
    return rows.map((row) => ({
      id: text(row.id),
      firstName: text(row.first_name),
      lastName: text(row.last_name),
      email: text(row.email),
      lms: JSON.parse(text(row.lms)),
    }));
  }

  /** Adds students, or says anew who they are. Nobody is removed. */
  saveStudents(students: readonly Student[]): void {
    this.transaction(() => {
      for (const { id, firstName, lastName, email, lms } of students)
        this.#run(
          `INSERT INTO students VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
           first_name = excluded.first_name, last_name = excluded.last_name, email = excluded.email, lms = excluded.lms`,
          id,
          firstName,
          lastName,
          email,
          JSON.stringify(lms),
        );
    });
  }

  /** Names of the assignments that were released, sorted. */
  assignments(): string[] {
    const rows = this.#all("SELECT DISTINCT assignment FROM graded_cells ORDER BY assignment");
    return rows.map((row) => text(row.assignment));
  }

  /** The graded cells of an assignment, by notebook and place. */
  gradedCells(assignment: string): GradedCell[] {
    const rows = this.#all(
      "SELECT * FROM graded_cells WHERE assignment = ? ORDER BY notebook, place",
      assignment,
    );
    return rows.map((row) => ({
      assignment,
      notebook: text(row.notebook),
      gradeId: text(row.grade_id),
      kind: text(row.kind) as GradedCell["kind"],
      place: Number(row.place),
      title: text(row.title),
      points: Number(row.points),
      testsSha: text(row.tests_sha),
    }));
  }

  /** Replaces what is known of an assignment's graded cells. Results and marks stay. */
  saveGradedCells(assignment: string, cells: readonly GradedCell[]): void {
    this.transaction(() => {
      this.#run("DELETE FROM graded_cells WHERE assignment = ?", assignment);
      for (const { notebook, gradeId, kind, place, title, points, testsSha } of cells)
        this.#run(
          "INSERT INTO graded_cells VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
          ...[assignment, notebook, gradeId, kind, place, title, points, testsSha],
        );
    });
  }

  /** All attempts at an assignment, or at all, in the order in which they came. */
  attempts(assignment?: string): Attempt[] {
    const rows = this.#all(
      "SELECT * FROM attempts WHERE ?1 IS NULL OR assignment = ?1 ORDER BY id",
      assignment ?? null,
    );
    const files = Map.groupBy(
      this.#all(
        `SELECT files.* FROM files JOIN attempts ON attempts.id = files.attempt
         WHERE ?1 IS NULL OR assignment = ?1 ORDER BY attempt, name`,
        assignment ?? null,
      ),
      (row) => Number(row.attempt),
    );
    return rows.map((row) => ({
      id: Number(row.id),
      student: text(row.student),
      assignment: text(row.assignment),
      submittedAt: textOrNull(row.submitted_at),
      receivedAt: text(row.received_at),
      way: text(row.way),
      receipt: text(row.receipt),
      files: (files.get(Number(row.id)) ?? []).map((file) => ({
        name: text(file.name),
        notebook: textOrNull(file.notebook),
        sha256: text(file.sha256),
        bytes: Number(file.bytes),
        problem: textOrNull(file.problem),
      })),
    }));
  }

  /** Keeps an attempt. @returns its number; that of the attempt with this receipt, if there is one */
  addAttempt(attempt: Omit<Attempt, "id">): number {
    return this.transaction(() => {
      const known = this.#all("SELECT id FROM attempts WHERE receipt = ?", attempt.receipt)[0];
      if (known) return Number(known.id);
      const { student, assignment, submittedAt, receivedAt, way, receipt, files } = attempt;
      this.#run(
        "INSERT INTO attempts (student, assignment, submitted_at, received_at, way, receipt) VALUES (?, ?, ?, ?, ?, ?)",
        ...[student, assignment, submittedAt, receivedAt, way, receipt],
      );
      const id = Number(this.#all("SELECT last_insert_rowid() AS id")[0]?.id);
      this.#saveFiles(id, files);
      this.#note(receivedAt, `attempt ${id} ${receipt}`);
      return id;
    });
  }

  /** Says anew what the files of an attempt are: they are read after they were kept. */
  saveFiles(attempt: number, files: readonly AttemptFile[]): void {
    this.transaction(() => {
      this.#run("DELETE FROM files WHERE attempt = ?", attempt);
      this.#saveFiles(attempt, files);
    });
  }

  #saveFiles(attempt: number, files: readonly AttemptFile[]): void {
    for (const { name, notebook, sha256, bytes, problem } of files)
      this.#run(
        "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)",
        ...[attempt, name, notebook, sha256, bytes, problem],
      );
  }

  hasResult(key: ResultKey): boolean {
    const row = this.#all(
      `SELECT 1 FROM results WHERE assignment = ? AND notebook = ? AND grade_id = ? AND sha256 = ? AND tests_sha = ?
       AND variant = ? AND status <> 'infra-error'`,
      ...[key.assignment, key.notebook, key.gradeId, key.sha256, key.testsSha, key.variant],
    )[0];
    return row !== undefined;
  }

  /** Results of an assignment, of all versions of files and tests. */
  results(assignment: string): CellResult[] {
    const rows = this.#all(
      "SELECT * FROM results WHERE assignment = ? ORDER BY notebook, grade_id, at, sha256",
      assignment,
    );
    return rows.map((row) => ({
      assignment,
      notebook: text(row.notebook),
      gradeId: text(row.grade_id),
      sha256: text(row.sha256),
      testsSha: text(row.tests_sha),
      variant: text(row.variant),
      status: text(row.status) as CellResult["status"],
      score: Number(row.score),
      points: Number(row.points),
      tests: JSON.parse(text(row.tests)),
      output: text(row.output),
      repairs: JSON.parse(text(row.repairs)),
      ms: Number(row.ms),
      level: text(row.level),
      version: text(row.version),
      at: text(row.at),
    }));
  }

  /** Keeps a result in place of one of the same file, tests and variant. */
  saveResult(result: CellResult): void {
    this.transaction(() => {
      const { assignment, notebook, gradeId, sha256, testsSha, variant, status, score, points } = result;
      this.#run(
        "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ...[assignment, notebook, gradeId, sha256, testsSha, variant, status, score, points],
        ...[JSON.stringify(result.tests), result.output, JSON.stringify(result.repairs), result.ms],
        ...[result.level, result.version, result.at],
      );
      this.#note(result.at, `result ${sha256} ${notebook} ${gradeId} ${testsSha} ${variant} ${score}`);
    });
  }

  manualMarks(assignment: string): ManualMark[] {
    const rows = this.#all(
      "SELECT * FROM manual_marks WHERE assignment = ? ORDER BY student, notebook, grade_id",
      assignment,
    );
    return rows.map((row) => ({
      student: text(row.student),
      assignment,
      notebook: text(row.notebook),
      gradeId: text(row.grade_id),
      score: Number(row.score),
      comment: text(row.comment),
      rubric: JSON.parse(text(row.rubric)),
      reason: text(row.reason),
      answerSha: text(row.answer_sha),
      by: text(row.by),
      at: text(row.at),
    }));
  }

  /** Keeps a person's mark in place of that person's, or another's, earlier one; the audit log has both. */
  saveManualMark(mark: ManualMark): void {
    this.transaction(() => {
      const { student, assignment, notebook, gradeId, score, comment, rubric, reason, answerSha, by, at } =
        mark;
      this.#run(
        "INSERT OR REPLACE INTO manual_marks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ...[
          student,
          assignment,
          notebook,
          gradeId,
          score,
          comment,
          JSON.stringify(rubric),
          reason,
          answerSha,
        ],
        ...[by, at],
      );
      this.#note(at, `manual ${student} ${assignment} ${notebook} ${gradeId} ${score} by ${by}: ${reason}`);
    });
  }

  /** Takes a person's mark back: what tests say counts again. The audit log keeps it. */
  removeManualMark(
    mark: Pick<ManualMark, "student" | "assignment" | "notebook" | "gradeId" | "by" | "at">,
  ): void {
    this.transaction(() => {
      const { student, assignment, notebook, gradeId, by, at } = mark;
      this.#run(
        "DELETE FROM manual_marks WHERE student = ? AND assignment = ? AND notebook = ? AND grade_id = ?",
        ...[student, assignment, notebook, gradeId],
      );
      this.#note(at, `manual ${student} ${assignment} ${notebook} ${gradeId} taken back by ${by}`);
    });
  }

  rubric(assignment: string): RubricItem[] {
    const rows = this.#all(
      "SELECT * FROM rubric_items WHERE assignment = ? ORDER BY notebook, grade_id, rowid",
      assignment,
    );
    return rows.map((row) => ({
      id: text(row.id),
      assignment,
      notebook: text(row.notebook),
      gradeId: text(row.grade_id),
      text: text(row.text),
      points: Number(row.points),
    }));
  }

  saveRubricItem({ id, assignment, notebook, gradeId, text, points }: RubricItem): void {
    this.#run(
      `INSERT INTO rubric_items VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET text = excluded.text, points = excluded.points`,
      ...[id, assignment, notebook, gradeId, text, points],
    );
  }

  /** The first entry of the audit log that does not follow from those before it; undefined if all do. */
  firstBrokenEntry(): number | undefined {
    let before = "";
    for (const row of this.#all("SELECT * FROM audit ORDER BY number")) {
      if (text(row.hash) !== linked(before, text(row.at), text(row.what))) return Number(row.number);
      before = text(row.hash);
    }
    return undefined;
  }

  /** What happened, in order, for those who ask later. */
  audit(): { readonly at: string; readonly what: string }[] {
    const rows = this.#all("SELECT at, what FROM audit ORDER BY number");
    return rows.map((row) => ({ at: text(row.at), what: text(row.what) }));
  }

  #note(at: string, what: string): void {
    const before = this.#all("SELECT hash FROM audit ORDER BY number DESC LIMIT 1")[0]?.hash ?? "";
    this.#run(
      "INSERT INTO audit (at, what, hash) VALUES (?, ?, ?)",
      at,
      what,
      linked(text(before), at, what),
    );
  }

  #inTransaction = false;

  /** All of what it writes, or nothing of it. */
  transaction<T>(write: () => T): T {
    if (this.#inTransaction) return write();
    this.#inTransaction = true;
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const result = write();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  #all(sql: string, ...values: (string | number | null)[]): Row[] {
    return this.#prepared(sql).all(...values);
  }

  #run(sql: string, ...values: (string | number | null)[]): void {
    this.#prepared(sql).run(...values);
  }

  readonly #statements = new Map<string, ReturnType<DatabaseSync["prepare"]>>();

  #prepared(sql: string): ReturnType<DatabaseSync["prepare"]> {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** Each entry of the log holds a hash of all before it: one that is changed or taken out later is seen. */
const linked = (before: string, at: string, what: string): string =>
  createHash("sha256").update(`${before}\n${at}\n${what}`).digest("hex");

const text = (value: SQLOutputValue | undefined): string => String(value ?? "");
const textOrNull = (value: SQLOutputValue | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
