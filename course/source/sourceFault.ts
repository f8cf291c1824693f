/** Something in an assignment's source that keeps it from being handed out. */
export interface SourceFault {
  /** As a reader of the message would open it: `source/hw1/hw1.ipynb`. */
  readonly file: string;
  /** Id of the cell, when the fault is in one. */
  readonly cell?: string;
  /** What is wrong, and what to do about it. */
  readonly message: string;
}

export const inWords = ({ file, cell, message }: SourceFault): string =>
  `${file}${cell === undefined ? "" : `, cell ${cell}`}: ${message}`;
