import type { Cell } from "../../kernel/notebook/notebook.ts";
import type { PercentRegion } from "../../kernel/notebook/parsePercent.ts";
import type { ExerciseFault, ExerciseRule } from "./exerciseFault.ts";

/** What a chapter's two files are called in the words of a fault. */
export interface FileNames {
  readonly notebook: string;
  readonly solutions: string;
}

/** Gathers what is wrong with a chapter's exercises. */
export class ExerciseFaults {
  readonly files: FileNames;
  readonly all: ExerciseFault[] = [];

  constructor(files: FileNames) {
    this.files = files;
  }

  inCell(rule: ExerciseRule, cell: Cell, message: string, exercise?: string): void {
    const file = this.files.notebook;
    this.all.push({ file, cell: cell.id, rule, ...(exercise !== undefined && { exercise }), message });
  }

  inRegion(rule: ExerciseRule, { line }: PercentRegion, words: string, exercise?: string): void {
    const message = `line ${line}: ${words}`;
    this.all.push({
      file: this.files.solutions,
      rule,
      ...(exercise !== undefined && { exercise }),
      message,
    });
  }
}
