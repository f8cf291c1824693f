import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Refusal } from "../../kernel/refusal.ts";
import { Database } from "./database.ts";
import { schema, upgrades } from "./schema.ts";

/** Raised when a table changes its shape: a file of an unknown version is refused, not misread. */
const version = 2;

/**
 * Opens a gradebook's file, or makes one that its owner alone can read. SQLite gives the files beside it the same
 * permissions.
 *
 * @throws {Refusal} (exit code 2) if the file is not a gradebook of this version; then it is as it was
 */
export function openDatabase(path: string): Database {
  let database: Database | undefined;
  try {
    if (path !== ":memory:") makePrivate(path);
    database = new Database(path);
    makeTables(database);
    database.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;");
    return database;
  } catch (cause) {
    database?.[Symbol.dispose]();
    const words = `Cannot open the gradebook: ${path} must be one of this program's, ${(cause as Error).message}`;
    throw new Refusal(words, 2, { cause });
  }
}

/** Made by us and nobody else at the same time, or there already. */
function makePrivate(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, "", { mode: 0o600, flag: "wx" });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

/** In one change: two programs that open a new file see none of it or all. */
function makeTables(database: Database): void {
  database.transaction(() => {
    const found = Number(database.all("PRAGMA user_version")[0]?.user_version);
    if (found === version) return;
    const steps = Object.entries(upgrades).filter(([from]) => found > 0 && Number(from) >= found);
    if (steps.length === version - found) {
      for (const [, sql] of steps) database.execute(sql);
      database.execute(`PRAGMA user_version = ${version};`);
      return;
    }
    if (found !== 0) throw new Error(`its version is ${found}, not ${version}`);
    const tables = database.all("SELECT name FROM sqlite_master").length;
    if (tables > 0) throw new Error("it is a database of another program");
    database.execute(`${schema} PRAGMA user_version = ${version};`);
  });
}
