import type { AuditLog } from "./auditLog.ts";
import type { CellResult } from "./cellResult.ts";
import { type Database, text } from "./database.ts";

/** What one result is of. */
export type ResultKey = Pick<
  CellResult,
  "assignment" | "notebook" | "gradeId" | "sha256" | "testsSha" | "variant"
>;

export class ResultRecords {
  readonly #database: Database;
  readonly #audit: AuditLog;

  constructor(database: Database, audit: AuditLog) {
    this.#database = database;
    this.#audit = audit;
  }

  has({ assignment, notebook, gradeId, sha256, testsSha, variant }: ResultKey): boolean {
    const found = this.#database.all(
      `SELECT 1 FROM results WHERE assignment = ? AND notebook = ? AND grade_id = ? AND sha256 = ? AND tests_sha = ?
       AND variant = ? AND status <> 'infra-error'`,
      ...[assignment, notebook, gradeId, sha256, testsSha, variant],
    );
    return found.length > 0;
  }

  of(assignment: string): CellResult[] {
    const rows = this.#database.all(
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

  save(result: CellResult): void {
    const { assignment, notebook, gradeId, sha256, testsSha, variant, status, score, points } = result;
    this.#database.run(
      "INSERT OR REPLACE INTO results VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      ...[assignment, notebook, gradeId, sha256, testsSha, variant, status, score, points],
      ...[JSON.stringify(result.tests), result.output, JSON.stringify(result.repairs), result.ms],
      ...[result.level, result.version, result.at],
    );
    this.#audit.note(
      result.at,
      `result ${sha256} ${notebook} ${gradeId} ${testsSha} ${variant} ${status} ${score}`,
    );
  }
}
