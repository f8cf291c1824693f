/** A cell that cannot be compiled: where, and what the compiler says. Lines and columns count from 1. */
export class CellSyntaxError extends Error {
  override readonly name = "SyntaxError";
  readonly line: number;
  readonly column: number;

  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}
