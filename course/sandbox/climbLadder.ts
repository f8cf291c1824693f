import { readFileSync } from "node:fs";
import { bubblewrapSandbox } from "./bubblewrap.ts";
import { bubblewrapAdvice } from "./bubblewrapAdvice.ts";
import { containerSandbox } from "./container.ts";
import { findContainer } from "./findContainer.ts";
import { findProgram } from "./findProgram.ts";
import { reducedSandbox } from "./reduced.ts";
import type { Level, Sandbox } from "./sandbox.ts";
import { tryOut } from "./tryOut.ts";
import { unguarded } from "./unguarded.ts";

/** Where the ladder stands. All of it has a default. */
export interface LadderOptions {
  /** Level E may be used: what is graded is trusted. */
  readonly trustSubmissions?: boolean;
  /** Folders in which programs are looked for, as PATH has them. */
  readonly path?: string;
  /** Image of a container with this version of Node. */
  readonly image?: string;
  /** The longest that a trial may take. */
  readonly patienceMs?: number;
}

/** A rung that cannot be used here. */
export interface Missing {
  readonly level: Level;
  readonly why: string;
  readonly advice: string;
}

export interface Climbed {
  /** The highest rung that works. */
  readonly sandbox?: Sandbox;
  /** Those above it, from the top. */
  readonly missing: readonly Missing[];
}

/** Tries the rungs from the top, each with a small program, until one works. */
export async function climbLadder(options: LadderOptions = {}): Promise<Climbed> {
  const { trustSubmissions = false, path = process.env.PATH ?? "", patienceMs = 20_000 } = options;
  const missing: Missing[] = [];
  /** Whether it works; if not, it is noted. */
  const works = async (sandbox: Sandbox, advice: (why: string) => string): Promise<boolean> => {
    const why = await tryOut(sandbox, patienceMs);
    if (why !== undefined) missing.push({ level: sandbox.level, why, advice: advice(why) });
    return why === undefined;
  };

  const top = bubblewrapHere(path);
  if ("why" in top) missing.push(top);
  else if (await works(top, (why) => bubblewrapAdvice(why, kernelSetting))) return { sandbox: top, missing };

  const container = await findContainer(
    path,
    options.image ?? `node:${process.versions.node}-slim`,
    patienceMs,
  );
  if ("why" in container) missing.push({ level: "B", ...container });
  else {
    const { runtime, ...plain } = container;
    for (const tools of runtime === undefined ? [plain] : [container, plain]) {
      const sandbox = containerSandbox(tools);
      const advice = (): string => `see what \`${tools.engine} run --rm ${tools.image} node --version\` says`;
      if (await works(sandbox, advice)) return { sandbox, missing };
    }
  }

  const [sh, setpriv] = [findProgram("sh", path), findProgram("setpriv", path)];
  const reduced = reducedSandbox({ ...(sh && { sh }), ...(setpriv && { setpriv }) });
  const ownNode = "use the Node that this project installs: npm ci";
  if (await works(reduced, (why) => bubblewrapAdviceOr(why, ownNode))) return { sandbox: reduced, missing };

  if (!trustSubmissions) return { missing };
  const bare = unguarded();
  return (await works(bare, () => ownNode)) ? { sandbox: bare, missing } : { missing };
}

/** Level A as it can be had here, not yet tried. */
function bubblewrapHere(path: string): Sandbox | Missing {
  if (process.platform !== "linux")
    return { level: "A", why: `${process.platform} has no namespaces`, advice: "grade on Linux" };
  const [bwrap, prlimit, setpriv] = ["bwrap", "prlimit", "setpriv"].map((name) => findProgram(name, path));
  if (bwrap === undefined)
    return {
      level: "A",
      why: "bwrap is not there",
      advice: "apt install bubblewrap (Fedora: dnf install bubblewrap)",
    };
  if (prlimit === undefined || setpriv === undefined)
    return {
      level: "A",
      why: `${prlimit ? "setpriv" : "prlimit"} is not there`,
      advice: "apt install util-linux",
    };
  return bubblewrapSandbox({ bwrap, prlimit, setpriv });
}

function kernelSetting(name: string): string | undefined {
  try {
    return readFileSync(`/proc/sys/${name.replaceAll(".", "/")}`, "utf8").trim();
  } catch {
    return undefined;
  }
}

const bubblewrapAdviceOr = (why: string, otherwise: string): string =>
  /must be able to read/.test(why) ? bubblewrapAdvice(why, () => undefined) : otherwise;
