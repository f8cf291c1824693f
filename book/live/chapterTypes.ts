import type { TypesTable } from "../../kernel/page/typesTable.ts";

/** What a chapter's editors load for their types, by the names of the scripts that hold it. */
export interface ChapterTypes {
  readonly program: string;
  readonly worker: string;
  readonly packs: readonly string[];
  readonly table: TypesTable;
  /** Compressed, of all of it. */
  readonly bytes: number;
}
