import { type Database, text } from "./database.ts";
import type { GradedCell } from "./gradedCell.ts";

export class CellRecords {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  assignments(): string[] {
    const rows = this.#database.all("SELECT DISTINCT assignment FROM graded_cells ORDER BY assignment");
    return rows.map((row) => text(row.assignment));
  }

  of(assignment: string): GradedCell[] {
    const rows = this.#database.all(
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

  replace(assignment: string, cells: readonly GradedCell[]): void {
    this.#database.run("DELETE FROM graded_cells WHERE assignment = ?", assignment);
    for (const { notebook, gradeId, kind, place, title, points, testsSha } of cells)
      this.#database.run(
        "INSERT INTO graded_cells VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ...[assignment, notebook, gradeId, kind, place, title, points, testsSha],
      );
  }
}
