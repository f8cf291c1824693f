import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { launchGroup } from "./launchGroup.ts";
import { nodeFlags } from "./nodeFlags.ts";
import { nodeOf } from "./nodeOf.ts";
import type { LaunchRequest, Sandbox } from "./sandbox.ts";
import { nodeReserves } from "./sandboxLimits.ts";
import { slotUser } from "./slotUser.ts";

export interface ContainerTools {
  /** docker or podman, by full path. */
  readonly engine: string;
  /** An image that has this version of Node as `node`, and a `sh`. */
  readonly image: string;
  /** gVisor's runtime, by the name under which the engine knows it. */
  readonly runtime?: string;
}

/** What the engine's program needs to find the engine. The container gets none of it. */
const ownVariables = ["HOME", "PATH", "DOCKER_HOST", "DOCKER_CONFIG", "DOCKER_CONTEXT", "XDG_RUNTIME_DIR"];

/** Level B, and C with gVisor's runtime: a container without network, rights or a place to write. */
export function containerSandbox(tools: ContainerTools): Sandbox {
  const { engine, runtime } = tools;
  const own = ownVariables.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const env = Object.fromEntries(own);
  const launch = (request: LaunchRequest): ChildProcess => {
    const name = `generation-loss-${randomUUID()}`;
    const child = launchGroup(engine, containerArguments(tools, name, request), env, 3);
    const endClient = child.kill.bind(child);
    child.kill = () => {
      if (child.exitCode !== null || child.signalCode !== null) return false;
      // The container is no child of ours: the engine has to end it.
      spawn(engine, ["kill", name], { env, stdio: "ignore" }).on("error", () => {});
      return endClient();
    };
    return withReplies(child);
  };
  const title = `a container of ${engine.split("/").at(-1)}${runtime ? " under gVisor" : ""}`;
  return { level: runtime ? "C" : "B", title, launch };
}

/** What `run` of Docker and of Podman gets. */
function containerArguments(
  { image, runtime }: ContainerTools,
  name: string,
  request: LaunchRequest,
): readonly string[] {
  const { program, readable, env, limits, slot } = request;
  const { given } = nodeOf(program);
  const [uid, gid] = [process.getuid?.() || slotUser(slot), process.getgid?.() || slotUser(slot)];
  // What is in use counts here, and of what Node reserves that is about 100 MB.
  const memory = `${Math.max(256, Math.ceil((limits.dataBytes - nodeReserves) / 2 ** 20) + 100)}m`;
  return [
    ...["run", "--rm", "--interactive", "--name", name, "--hostname", "sandbox"],
    ...(runtime ? ["--runtime", runtime] : []),
    ...["--network", "none", "--read-only", "--cap-drop", "ALL", "--security-opt", "no-new-privileges"],
    ...["--user", `${uid}:${gid}`, "--pids-limit", String(limits.processes)],
    // The same for memory and memory with swap: no swap.
    ...["--memory", memory, "--memory-swap", memory],
    ...["--ulimit", `cpu=${limits.cpuSeconds}`, "--ulimit", `nofile=${limits.openFiles}`],
    ...["--ulimit", `fsize=${limits.fileBytes}`, "--ulimit", "core=0"],
    ...["--ulimit", `data=${limits.dataBytes}`],
    ...["--tmpfs", `/tmp:size=${limits.fileBytes},mode=1777,noexec`, "--workdir", "/"],
    ...readable.flatMap(({ from, at }) => [
      "--mount",
      `type=bind,source=${from},target=${at ?? from},readonly`,
    ]),
    ...Object.entries(env).flatMap(([key, value]) => ["--env", `${key}=${value}`]),
    // An engine hands on two streams: replies take the first, and all that is printed shares the second.
    ...["--entrypoint", "sh", image, "-c", 'exec node "$@" 3>&1 1>&2', "sh"],
    ...nodeFlags(request),
    ...given,
  ];
}

/** The engine's streams under the numbers that a sandbox promises. */
function withReplies(child: ChildProcess): ChildProcess {
  const [requests, replies, printed] = child.stdio;
  child.stdout = Readable.from([]);
  Object.assign(child, { stdio: [requests, child.stdout, printed, replies, undefined] });
  return child;
}
