/** A mistake in a tsconfig.json, in TypeScript's words. */
export interface ProjectFault {
  readonly file: string;
  readonly line?: number;
  readonly code: number;
  readonly message: string;
}
