import type { Attempt, AttemptFile, TimeSource } from "./attempt.ts";
import type { AuditLog } from "./auditLog.ts";
import { type Database, type Row, text, textOrNull } from "./database.ts";

export class AttemptRecords {
  readonly #database: Database;
  readonly #audit: AuditLog;

  constructor(database: Database, audit: AuditLog) {
    this.#database = database;
    this.#audit = audit;
  }

  all(assignment?: string): Attempt[] {
    const rows = this.#database.all(
      "SELECT * FROM attempts WHERE ?1 IS NULL OR assignment = ?1 ORDER BY id",
      assignment ?? null,
    );
    const files = Map.groupBy(
      this.#database.all(
        `SELECT files.* FROM files JOIN attempts ON attempts.id = files.attempt
         WHERE ?1 IS NULL OR assignment = ?1 ORDER BY attempt, name`,
        assignment ?? null,
      ),
      (row) => Number(row.attempt),
    );
    return rows.map((row) => attemptOf(row, files.get(Number(row.id)) ?? []));
  }

  add({
    student,
    assignment,
    submittedAt,
    timeSource,
    receivedAt,
    way,
    receipt,
    files,
  }: Omit<Attempt, "id">): number {
    const known = this.#database.all("SELECT id FROM attempts WHERE receipt = ?", receipt)[0];
    if (known) return Number(known.id);
    this.#database.run(
      `INSERT INTO attempts (student, assignment, submitted_at, time_source, received_at, way, receipt)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      ...[student, assignment, submittedAt, timeSource ?? null, receivedAt, way, receipt],
    );
    const id = Number(this.#database.all("SELECT last_insert_rowid() AS id")[0]?.id);
    this.#saveFiles(id, files);
    this.#audit.note(receivedAt, `attempt ${id} ${receipt}`);
    return id;
  }

  /** Says anew what the files of an attempt are. */
  replaceFiles(attempt: number, files: readonly AttemptFile[]): void {
    this.#database.run("DELETE FROM files WHERE attempt = ?", attempt);
    this.#saveFiles(attempt, files);
    this.#database.run("UPDATE attempts SET is_read = 1 WHERE id = ?", attempt);
  }

  /** Those whose files were kept, and not yet read. */
  unread(assignment: string): number[] {
    const rows = this.#database.all(
      "SELECT id FROM attempts WHERE assignment = ? AND is_read = 0 ORDER BY id",
      assignment,
    );
    return rows.map((row) => Number(row.id));
  }

  saveTime(attempt: number, submittedAt: string, source: TimeSource, at: string): void {
    this.#database.run(
      "UPDATE attempts SET submitted_at = ?, time_source = ? WHERE id = ?",
      ...[submittedAt, source, attempt],
    );
    this.#audit.note(at, `attempt ${attempt} was handed in at ${submittedAt}, says ${source}`);
  }

  #saveFiles(attempt: number, files: readonly AttemptFile[]): void {
    for (const { name, notebook, sha256, bytes, problem } of files)
      this.#database.run(
        "INSERT INTO files VALUES (?, ?, ?, ?, ?, ?)",
        ...[attempt, name, notebook, sha256, bytes, problem],
      );
  }
}

function attemptOf(row: Row, files: readonly Row[]): Attempt {
  return {
    id: Number(row.id),
    student: text(row.student),
    assignment: text(row.assignment),
    submittedAt: textOrNull(row.submitted_at),
    ...(row.time_source !== null && { timeSource: text(row.time_source) as TimeSource }),
    receivedAt: text(row.received_at),
    way: text(row.way),
    receipt: text(row.receipt),
    files: files.map((file) => ({
      name: text(file.name),
      notebook: textOrNull(file.notebook),
      sha256: text(file.sha256),
      bytes: Number(file.bytes),
      problem: textOrNull(file.problem),
    })),
  };
}
