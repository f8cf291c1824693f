import type { Json } from "./job.ts";

/** A job as it travels: whose it is, and the version of the code that it is for. */
export interface QueuedJob {
  /** Names it among all jobs of the queue. */
  readonly id: string;
  /** The line in which its end is told. */
  readonly answerTo: string;
  readonly code: string;
  readonly key: string;
  readonly module: string;
  readonly params: Json;
}

/** How a job ended: its result as JSON text, or what went wrong; and where. */
export interface QueuedEnd {
  readonly key: string;
  readonly text?: string;
  readonly fault?: string;
  readonly worker: string;
}

/** Hears ends, until it is closed. */
export interface EndsHeard extends AsyncDisposable {
  /** The next end; a job may end twice. */
  next(): Promise<QueuedEnd>;
}

/** What is going on in a queue. */
export interface QueueStatus {
  readonly waiting: number;
  readonly running: number;
  /** Set aside with their fault, the newest first. */
  readonly setAside: readonly { readonly key: string; readonly module: string; readonly fault: string }[];
  readonly workers: readonly string[];
}

export interface WorkOptions {
  /** How many jobs it does at the same time. */
  readonly concurrency: number;
  /** After so long without a sign of life a worker is taken for dead, and its jobs go to others. */
  readonly patienceMs: number;
  readonly name: string;
  /** Does a job. What it throws sets the job aside. */
  do(job: QueuedJob): Promise<QueuedEnd>;
  /** The queue was lost, or is there again. */
  onConnection?(isThere: boolean): void;
}

/** Work that goes on until it is ended. */
export interface Working {
  /** Takes no more jobs, and waits for those that run. */
  drain(): Promise<void>;
  /** Ends at once; what runs goes to others. */
  stop(): Promise<void>;
}

/** A line of jobs that outlives its makers: every job is done at least once. */
export interface JobQueue extends AsyncDisposable {
  add(jobs: readonly QueuedJob[]): Promise<void>;
  /** How many jobs, of all makers, nobody has begun. */
  waiting(): Promise<number>;
  /** Takes jobs back that nobody has begun. */
  takeBack(ids: readonly string[]): Promise<void>;
  /** Hears how the jobs of one maker end. */
  ends(answerTo: string): Promise<EndsHeard>;
  work(options: WorkOptions): Promise<Working>;
  status(): Promise<QueueStatus>;
}

/** The queue cannot be reached, or does not let us in. */
export class QueueError extends Error {
  override readonly name = "QueueError";
}
