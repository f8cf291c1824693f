import { type Database, text } from "./database.ts";
import type { Student } from "./student.ts";

export class StudentRecords {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  all(): Student[] {
    const rows = this.#database.all("SELECT * FROM students ORDER BY last_name, first_name, id");
    return rows.map((row) => ({
      id: text(row.id),
      firstName: text(row.first_name),
      lastName: text(row.last_name),
      email: text(row.email),
      lms: JSON.parse(text(row.lms)),
    }));
  }

  save({ id, firstName, lastName, email, lms }: Student): void {
    this.#database.run(
      `INSERT INTO students VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
       first_name = excluded.first_name, last_name = excluded.last_name, email = excluded.email, lms = excluded.lms`,
      ...[id, firstName, lastName, email, JSON.stringify(lms)],
    );
  }
}
