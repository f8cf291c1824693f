import { createHash } from "node:crypto";
import { type Database, text } from "./database.ts";

export interface AuditEntry {
  readonly at: string;
  readonly what: string;
}

/** What happened, in order. Each entry holds a hash of all before it: one that is changed or taken out later is seen. */
export class AuditLog {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Part of the change that it tells of. */
  note(at: string, what: string): void {
    const before = this.#database.all("SELECT hash FROM audit ORDER BY number DESC LIMIT 1")[0]?.hash;
    const hash = linked(text(before), at, what);
    this.#database.run("INSERT INTO audit (at, what, hash) VALUES (?, ?, ?)", at, what, hash);
  }

  entries(): AuditEntry[] {
    const rows = this.#database.all("SELECT at, what FROM audit ORDER BY number");
    return rows.map((row) => ({ at: text(row.at), what: text(row.what) }));
  }

  /** The first entry that does not follow from those before it; undefined if all do. */
  firstBroken(): number | undefined {
    let before = "";
    let expected = 1;
    for (const row of this.#database.all("SELECT * FROM audit ORDER BY number")) {
      const isNext =
        Number(row.number) === expected && row.hash === linked(before, text(row.at), text(row.what));
      if (!isNext) return Number(row.number);
      before = text(row.hash);
      expected += 1;
    }
    return undefined;
  }
}

/** As JSON, so that no two entries give the same text. */
const linked = (before: string, at: string, what: string): string =>
  createHash("sha256")
    .update(JSON.stringify([before, at, what]))
    .digest("hex");
