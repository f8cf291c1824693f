import type { AuditLog } from "./auditLog.ts";
import { type Database, text, textOrNull } from "./database.ts";
import type { Unmatched } from "./unmatched.ts";

export class UnmatchedRecords {
  readonly #database: Database;
  readonly #audit: AuditLog;

  constructor(database: Database, audit: AuditLog) {
    this.#database = database;
    this.#audit = audit;
  }

  all(): Unmatched[] {
    return this.#database.all("SELECT * FROM unmatched ORDER BY rowid").map((row) => ({
      receipt: text(row.receipt),
      who: text(row.who),
      assignment: textOrNull(row.assignment),
      submittedAt: textOrNull(row.submitted_at),
      receivedAt: text(row.received_at),
      way: text(row.way),
      reason: text(row.reason),
      ...(JSON.parse(text(row.rest)) as Pick<Unmatched, "place" | "files" | "timeSource">),
    }));
  }

  save({ receipt, who, assignment, submittedAt, receivedAt, way, reason, ...rest }: Unmatched): void {
    const isKnown = this.#database.all("SELECT 1 FROM unmatched WHERE receipt = ?", receipt).length > 0;
    this.#database.run(
      `INSERT INTO unmatched VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (receipt) DO UPDATE SET reason = excluded.reason, rest = excluded.rest`,
      ...[receipt, who, assignment, submittedAt, receivedAt, way, reason, JSON.stringify(rest)],
    );
    if (!isKnown) this.#audit.note(receivedAt, `unmatched ${receipt}`);
  }

  remove(receipt: string, at: string): void {
    this.#database.run("DELETE FROM unmatched WHERE receipt = ?", receipt);
    this.#audit.note(at, `matched ${receipt}`);
  }
}
