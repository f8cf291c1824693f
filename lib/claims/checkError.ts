/** An exercise's check that found another value. Its message is the whole report: it carries no stack. */
export class CheckError extends Error {
  override readonly name = "CheckError";

  constructor(message: string) {
    super(message);
    this.stack = `${this.name}: ${message}`;
  }
}
