import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { GradedCell } from "../gradebook/gradedCell.ts";
import type { HandedOut, OwnNotebook } from "../variants/handedOut.ts";
import type { AnswerSheet } from "./answer.ts";
import { readAnswers } from "./readAnswers.ts";

/** Reads answers out of the store, each file once. */
export class StoredAnswers {
  readonly #store: string;
  readonly #handedOut: Pick<HandedOut, "notebook">;
  readonly #known = new Map<string, AnswerSheet>();

  /** @param store the folder in which bytes that were handed in stand under their SHA-256 */
  constructor(store: string, handedOut: Pick<HandedOut, "notebook">) {
    this.#store = store;
    this.#handedOut = handedOut;
  }

  /**
   * The answers of a student's file; what cannot be read is told, not thrown: one file may not hide all others.
   *
   * @throws {Refusal} (exit code 2) if what was handed out cannot be read
   */
  of(
    { assignment, notebook: name }: Pick<GradedCell, "assignment" | "notebook">,
    student: string,
    sha256: string,
  ): AnswerSheet {
    const notebook = this.#handedOut.notebook(assignment, student, name);
    if (!notebook) return { problem: `the assignment has no notebook ${name}` };
    const key = JSON.stringify([assignment, name, notebook.variant, sha256]);
    const known = this.#known.get(key);
    if (known) return known;
    const sheet = this.#read(notebook, sha256);
    this.#known.set(key, sheet);
    return sheet;
  }

  /** What an answer in a file is now, by the hash that a person's mark has of it; undefined if it cannot be read. */
  shaOf(student: string, cell: GradedCell, sha256: string): string | undefined {
    const sheet = this.of(cell, student, sha256);
    return "answers" in sheet ? sheet.answers.get(cell.gradeId)?.sha : undefined;
  }

  #read(notebook: OwnNotebook, sha256: string): AnswerSheet {
    try {
      return readAnswers(notebook, readFileSync(join(this.#store, sha256)));
    } catch (error) {
      const isGone = (error as NodeJS.ErrnoException).code === "ENOENT";
      return {
        problem: isGone ? "the file is not in the store: collect it again" : (error as Error).message,
      };
    }
  }
}
