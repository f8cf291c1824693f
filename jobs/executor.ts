import type { Job, Json } from "./job.ts";

/** A job that came to its end: with its result, or set aside with what went wrong. */
export type Done = { readonly job: Job } & ({ readonly result: Json } | { readonly fault: string });

/** Does jobs somewhere: in threads of this process, or on other machines. */
export interface Executor extends AsyncDisposable {
  /**
   * Does jobs, and gives each as it ends, in whatever order. A job is taken from `jobs` only when somebody can begin it, so
   * that a source may look at what came before. It ends early if whoever asks does.
   *
   * @throws {Error} if jobs cannot be done at all; one that fails is given with its fault
   */
  perform(jobs: Iterable<Job>): AsyncIterable<Done>;
}
