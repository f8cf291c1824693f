import type { Notebook } from "../../kernel/notebook/notebook.ts";
import type { Judgement } from "../judge/cellJudge.ts";
import type { PreparedNotebook } from "../judge/prepareNotebook.ts";
import type { Level } from "../sandbox/sandbox.ts";
import type { CourseFile } from "../settings/courseFile.ts";

/** What a slot is opened with. */
export interface SlotOpening {
  readonly slot: number;
  readonly notebooks: readonly PreparedNotebook[];
  readonly limits: CourseFile["limits"];
  readonly credit: CourseFile["credit"];
  readonly least: Level;
  readonly trust: boolean;
}

/** What the grader tells a slot. */
export type ToSlot =
  | ({ readonly do: "open" } & SlotOpening)
  | {
      readonly do: "judge";
      /** Of the file that was handed in. */
      readonly path: string;
      readonly notebook: string;
      /** As this student got it. */
      readonly release: Notebook;
      readonly gradeIds: readonly string[];
    };

/** What a slot tells the grader. */
export type FromSlot =
  | { readonly say: "ready"; readonly level: Level }
  | { readonly say: "refused"; readonly words: string }
  /** What an exercise stands on begins to run: how long that takes is for the instructor to say. */
  | { readonly say: "opening" }
  | { readonly say: "opened" }
  | {
      readonly say: "judged";
      readonly gradeId: string;
      readonly judgement: Judgement;
      readonly repairs: readonly string[];
    }
  | { readonly say: "done" };
