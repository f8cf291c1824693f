import type { ChildProcess } from "node:child_process";
import type { SandboxLimits } from "./sandboxLimits.ts";

/**
 * How well what a student wrote is shut in.
 *
 * - A: bubblewrap: namespaces of its own, limits, Node's permissions, on Linux
 * - B: a container of Docker or Podman
 * - C: the same container under gVisor's kernel
 * - D: Node's permissions and limits alone, "reduced": the network is open
 * - E: nothing
 */
export type Level = "A" | "B" | "C" | "D" | "E";

/** A file or folder that may be read, and nothing beside it. */
export interface Readable {
  readonly from: string;
  /**
   * The path inside; by default the same. Where nothing is mounted (D and E) a file stays where it is, and arguments and
   * values of the environment that name a path inside name the real one.
   */
  readonly at?: string;
}

export interface LaunchRequest {
  /** The path of node, then what it gets: paths are those inside. */
  readonly program: readonly string[];
  readonly readable: readonly Readable[];
  /** All of the environment. No place for a secret: other users of the machine can see it. */
  readonly env: Readonly<Record<string, string>>;
  readonly limits: SandboxLimits;
  /** Which of the programs that run at the same time this one is, from 0. */
  readonly slot: number;
  /** Node's compile cache, which `fillCompileCache` has filled: level A reads it, and others leave it out. */
  readonly compileCache?: CompileCache;
}

export interface CompileCache {
  readonly folder: string;
  /** The program may write it: for one of ours, without a line of a student's. */
  readonly fill?: boolean;
}

export interface Sandbox {
  readonly level: Level;
  /** What holds it, in a few words for a report. */
  readonly title: string;
  /**
   * Starts a program. Descriptor 0 takes requests, 1 and 2 bring what the program prints, 3 (`stdio[3]`) brings replies.
   * `kill()` of what comes back ends all that was started, at once; wall clock and amount of output are the caller's.
   *
   * @throws if something to be read is not in the sandbox's reach
   */
  launch(request: LaunchRequest): ChildProcess;
}
