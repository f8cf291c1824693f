import { DatabaseSync, type SQLOutputValue, type StatementSync } from "node:sqlite";

export type Row = Record<string, SQLOutputValue>;
type Value = string | number | null;

/** An open SQLite file: its rows, and changes that are made whole or not at all. */
export class Database implements Disposable {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #isChanging = false;

  /** A program that finds another one writing waits for it, up to ten seconds. */
  constructor(path: string) {
    this.#database = new DatabaseSync(path, { timeout: 10_000 });
  }

  [Symbol.dispose](): void {
    this.#database.close();
  }

  /** Runs statements that take no values. */
  execute(sql: string): void {
    this.#database.exec(sql);
  }

  all(sql: string, ...values: Value[]): Row[] {
    return this.#prepared(sql).all(...values);
  }

  run(sql: string, ...values: Value[]): void {
    this.#prepared(sql).run(...values);
  }

  /** All of what it writes, or nothing of it. Inside another change it is a part of that one. */
  transaction<T>(write: () => T): T {
    if (this.#isChanging) return write();
    // Immediate: one that reads first and writes later would fail at once when another writes between.
    this.#database.exec("BEGIN IMMEDIATE");
    this.#isChanging = true;
    try {
      const result = write();
      this.#database.exec("COMMIT");
      return result;
    } catch (error) {
      // SQLite itself undoes a change that found the disk full.
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    } finally {
      this.#isChanging = false;
    }
  }

  #prepared(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

export const text = (value: SQLOutputValue | undefined): string => String(value ?? "");

export const textOrNull = (value: SQLOutputValue | undefined): string | null =>
  value === null || value === undefined ? null : String(value);
