import type { Failure } from "../messages.ts";

/** Why an edition could not be loaded further. What has come stays. */
export class LoadFailure extends Error {
  readonly reason: Failure;

  constructor(reason: Failure, options?: ErrorOptions) {
    super(`Cannot load the edition: ${reason}`, options);
    this.reason = reason;
  }
}
