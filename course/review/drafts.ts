import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../../kernel/files/writeWhole.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { CellName } from "./answerKey.ts";
import { type MarkForm, readMarkForm } from "./markForm.ts";

/** What a person has typed and what is no mark yet, such as a comment without points: a reload must not lose it. */
export type Draft = Omit<MarkForm, "seen">;

/** The unfinished marks of one reviewer, in a file that its owner alone can read. */
export class Drafts {
  readonly #path: string;
  readonly #drafts: Map<string, Draft>;

  /** @throws {Refusal} (exit code 2) if the file of drafts is something else */
  constructor(folder: string, reviewer: string) {
    // A name may hold what no file's name may.
    const name = createHash("sha256").update(reviewer).digest("hex").slice(0, 16);
    this.#path = join(folder, `${name}.json`);
    this.#drafts = read(this.#path);
  }

  of(cell: CellName, student: string): Draft | undefined {
    return this.#drafts.get(keyOf(cell, student));
  }

  save(cell: CellName, student: string, { answerSha, score, comment, rubric, reason }: Draft): void {
    this.#drafts.set(keyOf(cell, student), { answerSha, score, comment, rubric, reason });
    this.#write();
  }

  remove(cell: CellName, student: string): void {
    if (this.#drafts.delete(keyOf(cell, student))) this.#write();
  }

  #write(): void {
    if (!existsSync(this.#path)) {
      mkdirSync(join(this.#path, ".."), { recursive: true, mode: 0o700 });
      // Written anew, a file keeps its permissions.
      writeFileSync(this.#path, "{}", { mode: 0o600 });
    }
    writeWhole(this.#path, `${JSON.stringify(Object.fromEntries(this.#drafts), null, 1)}\n`);
  }
}

const keyOf = ({ assignment, notebook, gradeId }: CellName, student: string): string =>
  JSON.stringify([assignment, notebook, gradeId, student]);

function read(path: string): Map<string, Draft> {
  if (!existsSync(path)) return new Map();
  try {
    const found = Object.entries(JSON.parse(readFileSync(path, "utf8")) as object);
    return new Map(
      found.map(([key, value]): [string, Draft] => {
        const draft = readMarkForm({ ...value, seen: "" });
        if (!draft) throw new TypeError("an entry is no draft");
        return [key, draft];
      }),
    );
  } catch (cause) {
    throw new Refusal(
      `Cannot read unfinished marks: ${path} must be as this program wrote it, got something else\n  Try   another place for the file; marks that were saved stand in the gradebook`,
      2,
      { cause },
    );
  }
}
