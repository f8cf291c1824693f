/**
 * Something the user can put right: a wrong argument, an unreadable file, a failed check.
 * A host prints its message without a stack and leaves with its exit code; any other error is our bug.
 */
export class Refusal extends Error {
  override readonly name = "Refusal";
  /** 1: a check failed; 2: wrong use. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}
