import { existsSync } from "node:fs";
import { release } from "node:os";
import { cacheAt, cacheMounts } from "./cacheMounts.ts";
import { countsPerNamespace } from "./countsPerNamespace.ts";
import { launchGroup } from "./launchGroup.ts";
import { nodeFlags } from "./nodeFlags.ts";
import { nodeOf } from "./nodeOf.ts";
import { requireReachable } from "./requireReachable.ts";
import type { Sandbox } from "./sandbox.ts";
import { sharedLibraries } from "./sharedLibraries.ts";
import { slotUser } from "./slotUser.ts";

/** The programs that the sandbox is made of, by full path. */
export interface BubblewrapTools {
  readonly bwrap: string;
  readonly prlimit: string;
  /** util-linux has it; needed to leave root. */
  readonly setpriv?: string;
  /** Node's permissions inside; on by default. Without them the rest has to hold alone, which tests show. */
  readonly permissions?: boolean;
}

const nodeAt = "/usr/bin/node";
const prlimitAt = "/usr/bin/prlimit";

/**
 * Level A: an empty environment, a user per slot (as root), limits, then namespaces of its own for everything, in which
 * nothing lies but node, its libraries and what is named, read-only; inside, Node's permissions.
 *
 * Who is not root has one user for all slots, so the limit of processes is set inside the user namespace. On a Linux
 * where that counts all of the user's processes there is no limit by number, and Node's permissions alone keep a program
 * from starting others.
 */
export function bubblewrapSandbox(tools: BubblewrapTools): Sandbox {
  const { bwrap, prlimit, setpriv, permissions = true } = tools;
  const asRoot = process.getuid?.() === 0;
  if (asRoot && setpriv === undefined)
    throw new Error("Cannot start a sandbox as root: setpriv must be there, got nothing");
  const countsInside = !asRoot && countsPerNamespace(release());
  const made = new Map<string, readonly string[]>();
  const constantPart = (node: string): readonly string[] => {
    if (asRoot) requireReachable(node);
    const words = made.get(node) ?? [bwrap, ...namespaces, ...mountsOf(node, countsInside ? [prlimit] : [])];
    made.set(node, words);
    return words;
  };
  const launch: Sandbox["launch"] = (request) => {
    const { program, readable, env, limits, slot, compileCache } = request;
    const { node, given } = nodeOf(program);
    const user = slotUser(slot);
    const cache = compileCache && cacheMounts(compileCache, asRoot ? user : process.getuid!());
    const mounts = [...readable, ...(cache ?? [])];
    if (asRoot) for (const { from } of mounts) requireReachable(from);
    const variables = cache ? { ...env, NODE_COMPILE_CACHE: cacheAt } : env;
    const words = [
      ...(asRoot ? [setpriv!, `--reuid=${user}`, `--regid=${user}`, "--clear-groups", "--no-new-privs"] : []),
      ...[prlimit, `--cpu=${limits.cpuSeconds}`, `--data=${limits.dataBytes}`],
      ...[`--fsize=${limits.fileBytes}`, `--nofile=${limits.openFiles}`, "--core=0"],
      ...(asRoot ? [`--nproc=${limits.processes}`] : []),
      ...constantPart(node),
      ...readable.flatMap(({ from, at }) => ["--ro-bind", from, at ?? from]),
      ...(cache ?? []).flatMap(({ from, at }) => [compileCache?.fill ? "--bind" : "--ro-bind", from, at]),
      ...["--size", String(limits.fileBytes), "--tmpfs", "/tmp", "--remount-ro", "/", "--chdir", "/"],
      ...Object.entries(variables).flatMap(([name, value]) => ["--setenv", name, value]),
      "--",
      ...(countsInside ? [prlimitAt, `--nproc=${limits.processes}`] : []),
      ...[nodeAt, ...(permissions ? nodeFlags(request, cache && cacheAt) : []), ...given],
    ];
    return launchGroup(words[0]!, words.slice(1), {});
  };
  return { level: "A", title: asRoot ? "bubblewrap, a user per slot" : "bubblewrap", launch };
}

const namespaces = [
  ...["--unshare-all", "--unshare-user", "--die-with-parent", "--new-session", "--as-pid-1", "--clearenv"],
  ...["--hostname", "sandbox"],
];

/** Node, what runs beside it, and the libraries of both: all that is there of the machine. */
function mountsOf(node: string, prlimit: readonly string[]): readonly string[] {
  const libraries = new Set([node, ...prlimit].flatMap(sharedLibraries));
  return [
    ...["--ro-bind", node, nodeAt, ...prlimit.flatMap((path) => ["--ro-bind", path, prlimitAt])],
    ...[...libraries].filter((path) => existsSync(path)).flatMap((path) => ["--ro-bind", path, path]),
    ...["--proc", "/proc"],
  ];
}
