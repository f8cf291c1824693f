/** What can be written as JSON and read again. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A piece of work that can travel: a module's name and what to give it, never code. */
export interface Job {
  /** Tells it from all others of the same work. Whoever takes results keeps one for each key: a job may be done twice. */
  readonly key: string;
  /** Path of a module of this project, from its root: "sweep/performSweep.ts". It exports `perform`. */
  readonly module: string;
  readonly params: Json;
}

/** What a job finds where it is done. It never travels. */
export interface Here {
  /** Which of the threads of this process does it, from 0. */
  readonly thread: number;
  /** What whoever began the threads gave them: it can be cloned. */
  readonly given: unknown;
}

/** What a module of jobs exports. The same params give the same bytes, on whatever machine. */
export interface JobModule {
  perform(params: Json, here: Here): Json | Promise<Json>;
}
