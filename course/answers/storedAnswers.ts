import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ManifestNotebook } from "../manifest/assignmentManifest.ts";
import type { AnswerSheet } from "./answer.ts";
import { readAnswers } from "./readAnswers.ts";

/** Reads answers out of the store, each file once. */
export class StoredAnswers {
  readonly #store: string;
  readonly #known = new Map<string, AnswerSheet>();

  /** @param store the folder in which bytes that were handed in stand under their SHA-256 */
  constructor(store: string) {
    this.#store = store;
  }

  /** The answers of a file; what cannot be read is told, not thrown: one file may not hide all others. */
  of(notebook: ManifestNotebook, sha256: string): AnswerSheet {
    const key = `${notebook.name}/${sha256}`;
    const known = this.#known.get(key);
    if (known) return known;
    const sheet = this.#read(notebook, sha256);
    this.#known.set(key, sheet);
    return sheet;
  }

  #read(notebook: ManifestNotebook, sha256: string): AnswerSheet {
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
