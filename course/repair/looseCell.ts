/** A cell of a notebook that may have been through anything: only what is really there. */
export interface LooseCell {
  /** Where it stands among the cells, from 0. */
  readonly place: number;
  /** `code`, `markdown`, `raw`, or what else the file says. */
  readonly type: string;
  readonly id?: string;
  /** What nbgrader calls it. */
  readonly gradeId?: string;
  /** Its text, with line ends as here. */
  readonly source: string;
}
