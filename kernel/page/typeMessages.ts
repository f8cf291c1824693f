/** What a page and the worker that knows the types of its cells tell each other. */
import type { CellDiagnostic } from "../check/cellDiagnostics.ts";
import type { NameFacts } from "../check/cellLanguage.ts";
import type { TypesTable } from "./typesTable.ts";

/** The first message. */
export interface TypesOpening {
  readonly table: TypesTable;
  /** Names of the scripts that hold the packs: the worker loads them itself, since a page has no time to read megabytes. */
  readonly packs: readonly string[];
  /** What they hold, where a worker may load nothing: from a folder. */
  readonly texts?: readonly string[];
}

/** Places count UTF-16 units of the cell. */
export type TypeQuestion =
  | { readonly about: "mistakes" }
  | { readonly about: "names"; readonly at: number }
  /** A name of those that fit at a place. */
  | { readonly about: "name"; readonly at: number; readonly name: string }
  | { readonly about: "place"; readonly at: number };

export interface TypeAnswers {
  readonly mistakes: readonly CellDiagnostic[];
  readonly names: {
    readonly start: number;
    readonly end: number;
    readonly entries: readonly { readonly name: string; readonly kind: string }[];
  };
  readonly name: NameFacts | undefined;
  readonly place: NameFacts | undefined;
}

export type QuestionAbout<About extends keyof TypeAnswers> = TypeQuestion & { readonly about: About };

export interface ToTypes {
  readonly ask: number;
  /** The cells above the one in question, as they stand now. */
  readonly above: readonly string[];
  readonly source: string;
  readonly question: TypeQuestion;
}

/** What is told once it is ready, and what is answered. */
export type FromTypes =
  | { readonly ready: true }
  | { readonly ask: number; readonly answer: TypeAnswers[keyof TypeAnswers] }
  | { readonly ask: number; readonly why: string };
