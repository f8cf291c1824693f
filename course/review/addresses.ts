import type { CellName } from "./answerKey.ts";

/** Where the pages of an exercise are. */
export const cellAddress = ({ assignment, notebook, gradeId }: CellName): string =>
  `/exercise/${[assignment, notebook, gradeId].map(encodeURIComponent).join("/")}`;

/** Where an exercise stands, for a reader: a notebook that is called as its assignment is named once. */
export const placeWords = ({ assignment, notebook }: CellName): string =>
  assignment === notebook ? assignment : `${assignment} / ${notebook}`;

/** Where the page of an answer is. */
export const answerAddress = (cell: CellName, key: string): string => `${cellAddress(cell)}/answer/${key}`;
