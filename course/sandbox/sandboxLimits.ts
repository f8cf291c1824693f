/** What a program in the sandbox may use. Time on the wall and the amount of output are its caller's to limit. */
export interface SandboxLimits {
  /** Processor time of all threads together, in whole seconds (RLIMIT_CPU): at its end the program is killed. */
  readonly cpuSeconds: number;
  /** Private memory that can be written, in bytes (RLIMIT_DATA): buffers, too, which V8's own limit leaves out. */
  readonly dataBytes: number;
  /** JavaScript objects, in MB (`--max-old-space-size`). */
  readonly heapMegabytes: number;
  /** The size of a file (RLIMIT_FSIZE), and of the temporary folder. */
  readonly fileBytes: number;
  /** RLIMIT_NOFILE. */
  readonly openFiles: number;
  /** Processes and threads together (RLIMIT_NPROC); Node itself has about ten threads. */
  readonly processes: number;
}

/** What Node 24 has reserved to be written, and RLIMIT_DATA counts, before the first line runs. Little of it is in use. */
export const nodeReserves: number = 575 * 2 ** 20;

/** Enough for an exercise of the book: 700 MB for objects and buffers together. */
export const defaultLimits: SandboxLimits = {
  cpuSeconds: 20,
  dataBytes: 1280 * 2 ** 20,
  heapMegabytes: 512,
  fileBytes: 8 * 2 ** 20,
  openFiles: 64,
  processes: 64,
};
