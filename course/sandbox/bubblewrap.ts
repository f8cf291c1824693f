import { existsSync } from "node:fs";
import { release } from "node:os";
import { launchGroup } from "./launchGroup.ts";
import { nodeFlags } from "./nodeFlags.ts";
import { requireReachable } from "./requireReachable.ts";
import type { LaunchRequest, Sandbox } from "./sandbox.ts";
import { sharedLibraries } from "./sharedLibraries.ts";

/** The programs that the sandbox is made of, by full path. */
export interface BubblewrapTools {
  readonly bwrap: string;
  readonly prlimit: string;
  /** util-linux has it; needed to leave root. */
  readonly setpriv?: string;
}

/**
 * Slot n runs as user 60600 + n when we are root. systemd lists 60578 to 61183 as given to nobody.
 * @see https://systemd.io/UIDS-GIDS/
 */
export const firstUser = 60_600;
export const lastSlot = 399;

const nodeAt = "/usr/bin/node";
const prlimitAt = "/usr/bin/prlimit";
const cacheAt = "/cache";

/**
 * Level A: an empty environment, a user per slot (as root), limits, then namespaces of its own for everything, in which
 * nothing lies but node, its libraries and what is named, read-only; inside, Node's permissions.
 */
export function bubblewrapSandbox(tools: BubblewrapTools): Sandbox {
  const asRoot = process.getuid?.() === 0;
  const { setpriv } = tools;
  if (asRoot && setpriv === undefined)
    throw new Error("Cannot start a sandbox as root: setpriv must be there, got nothing");
  const countsInside = !asRoot && countsPerNamespace(release());
  const constant = new Map<string, readonly string[]>();
  const mountsOf = (node: string): readonly string[] => {
    let mounts = constant.get(node);
    if (mounts === undefined) {
      if (asRoot) requireReachable(node);
      mounts = constantPart(node, countsInside ? tools.prlimit : undefined);
      constant.set(node, mounts);
    }
    return mounts;
  };
  const launch = (request: LaunchRequest): ReturnType<Sandbox["launch"]> => {
    const { program, readable, env, limits, slot, compileCache } = request;
    const [node, ...given] = program;
    if (node === undefined)
      throw new RangeError("Cannot launch: program must begin with the path of node, got nothing");
    if (!Number.isInteger(slot) || slot < 0 || slot > lastSlot)
      throw new RangeError(`Cannot launch: slot must be a whole number from 0 to ${lastSlot}, got ${slot}`);
    const mounts = [
      ...readable,
      ...(compileCache === undefined ? [] : [{ from: compileCache, at: cacheAt }]),
    ];
    if (asRoot) for (const { from } of mounts) requireReachable(from);
    const user = firstUser + slot;
    const variables = compileCache === undefined ? env : { ...env, NODE_COMPILE_CACHE: cacheAt };
    const words = [
      ...(asRoot ? [setpriv!, `--reuid=${user}`, `--regid=${user}`, "--clear-groups", "--no-new-privs"] : []),
      ...[tools.prlimit, `--cpu=${limits.cpuSeconds}`, `--data=${limits.dataBytes}`],
      ...[`--fsize=${limits.fileBytes}`, `--nofile=${limits.openFiles}`, "--core=0"],
      ...(asRoot ? [`--nproc=${limits.processes}`] : []),
      tools.bwrap,
      ...mountsOf(node),
      ...mounts.flatMap(({ from, at }) => ["--ro-bind", from, at ?? from]),
      ...["--size", String(limits.fileBytes), "--tmpfs", "/tmp", "--remount-ro", "/", "--chdir", "/"],
      ...Object.entries(variables).flatMap(([name, value]) => ["--setenv", name, value]),
      "--",
      ...(countsInside ? [prlimitAt, `--nproc=${limits.processes}`] : []),
      nodeAt,
      ...nodeFlags(request, cacheAt),
      ...given,
    ];
    return launchGroup(words[0]!, words.slice(1), {});
  };
  return { level: "A", title: asRoot ? "bubblewrap, a user per slot" : "bubblewrap", launch };
}

/** What is the same at each start. */
function constantPart(node: string, prlimit: string | undefined): readonly string[] {
  const libraries = new Set([...sharedLibraries(node), ...(prlimit ? sharedLibraries(prlimit) : [])]);
  return [
    ...["--unshare-all", "--unshare-user", "--die-with-parent", "--new-session", "--as-pid-1", "--clearenv"],
    ...["--hostname", "sandbox", "--ro-bind", node, nodeAt],
    ...(prlimit ? ["--ro-bind", prlimit, prlimitAt] : []),
    ...[...libraries].filter((path) => existsSync(path)).flatMap((path) => ["--ro-bind", path, path]),
    ...["--proc", "/proc"],
  ];
}

/**
 * RLIMIT_NPROC counts by user, over all sandboxes: 64 for each of four slots of one user are too few for correct
 * answers. From Linux 5.14 on a limit that is set inside a user namespace counts what is inside. On an older one, and
 * without a user per slot, there is no limit by number, and Node's permissions alone keep a program from starting others.
 */
export function countsPerNamespace(linux: string): boolean {
  const [major = 0, minor = 0] = linux.split(".").map(Number);
  return major > 5 || (major === 5 && minor >= 14);
}
