import type { AuditLog } from "./auditLog.ts";
import { type Database, text } from "./database.ts";
import type { ManualMark, RubricItem } from "./manualMark.ts";

export class MarkRecords {
  readonly #database: Database;
  readonly #audit: AuditLog;

  constructor(database: Database, audit: AuditLog) {
    this.#database = database;
    this.#audit = audit;
  }

  of(assignment: string): ManualMark[] {
    const rows = this.#database.all(
      "SELECT * FROM manual_marks WHERE assignment = ? ORDER BY student, notebook, grade_id",
      assignment,
    );
    return rows.map((row) => ({
      student: text(row.student),
      assignment,
      notebook: text(row.notebook),
      gradeId: text(row.grade_id),
      score: row.score === null ? null : Number(row.score),
      comment: text(row.comment),
      rubric: JSON.parse(text(row.rubric)),
      reason: text(row.reason),
      answerSha: text(row.answer_sha),
      by: text(row.by),
      at: text(row.at),
    }));
  }

  save(mark: ManualMark): void {
    const { student, assignment, notebook, gradeId, score, comment, reason, answerSha, by, at } = mark;
    // SQLite would keep a NaN as nothing, and nothing is read as 0.
    if (score !== null && !Number.isFinite(score))
      throw new RangeError(`Cannot save a mark: score must be a finite number or null, got ${score}`);
    this.#database.run(
      "INSERT OR REPLACE INTO manual_marks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      ...[student, assignment, notebook, gradeId, score, comment, JSON.stringify(mark.rubric)],
      ...[reason, answerSha, by, at],
    );
    this.#audit.note(
      at,
      `manual ${student} ${assignment} ${notebook} ${gradeId} ${score ?? "comment"} by ${by}: ${reason}`,
    );
  }

  remove(mark: Pick<ManualMark, "student" | "assignment" | "notebook" | "gradeId" | "by" | "at">): void {
    const { student, assignment, notebook, gradeId, by, at } = mark;
    this.#database.run(
      "DELETE FROM manual_marks WHERE student = ? AND assignment = ? AND notebook = ? AND grade_id = ?",
      ...[student, assignment, notebook, gradeId],
    );
    this.#audit.note(at, `manual ${student} ${assignment} ${notebook} ${gradeId} taken back by ${by}`);
  }

  rubric(assignment: string): RubricItem[] {
    const rows = this.#database.all(
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

  saveRubricItem({ id, assignment, notebook, gradeId, text: words, points }: RubricItem): void {
    this.#database.run(
      `INSERT INTO rubric_items VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET text = excluded.text, points = excluded.points`,
      ...[id, assignment, notebook, gradeId, words, points],
    );
  }

  removeRubricItem({ id, assignment, notebook, gradeId }: RubricItem, by: string, at: string): void {
    this.#database.run("DELETE FROM rubric_items WHERE id = ?", id);
    this.#audit.note(at, `rubric item ${id} of ${assignment} ${notebook} ${gradeId} removed by ${by}`);
  }
}
