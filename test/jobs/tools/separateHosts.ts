import { type ChildProcess, execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { hostname } from "node:os";

/** A host of its own as far as the network and its name go: it reaches this machine by one wire, and nothing else. */
export interface Host extends Disposable {
  readonly name: string;
  /** Of this machine, as it is reached from there. */
  readonly here: string;
  /** What stands before a command so that it runs there. */
  readonly prefix: readonly string[];
  /** Cuts the wire of what runs there, or mends it. */
  wire(isThere: boolean, process: ChildProcess): void;
}

export interface Hosts extends Disposable {
  readonly hosts: readonly [Host, Host];
  /** Why they are not separate, if they are not. */
  readonly why: string | undefined;
}

const ip = (...args: readonly string[]): void => {
  execFileSync("ip", args, { stdio: ["ignore", "ignore", "pipe"] });
};

/**
 * Two hosts, each in a network namespace of its own; only Linux has these, and only root makes them. Where they cannot be had, this
 * machine stands in for both, and what loses its wire stands still.
 */
export function separateHosts(first: string, second: string): Hosts {
  const stack = new DisposableStack();
  try {
    const hosts = [stack.use(separateHost(first)), stack.use(separateHost(second))] as const;
    return { hosts, why: undefined, [Symbol.dispose]: () => stack.dispose() };
  } catch (error) {
    stack.dispose();
    const words = (error as { stderr?: Buffer }).stderr?.toString().trim() || (error as Error).message;
    const why = `NO SEPARATE HOSTS: network namespaces cannot be had here (${words})`;
    return { hosts: [standIn(), standIn()], why, [Symbol.dispose]() {} };
  }
}

const standIn = (): Host => ({
  ...{ name: hostname(), here: "127.0.0.1", prefix: [] },
  wire: (isThere, process) => void process.kill(isThere ? "SIGCONT" : "SIGSTOP"),
  [Symbol.dispose]() {},
});

/** Makes a host: a network namespace with a wire to this machine. */
function separateHost(name: string): Host {
  const id = randomInt(1, 0x10000).toString(16);
  const [namespace, near, far] = [`gl-${id}`, `gl${id}n`, `gl${id}f`];
  // A net of four addresses, somewhere in 10.128.0.0/9.
  const net = `10.${randomInt(128, 256)}.${randomInt(256)}`;
  const first = 4 * randomInt(64);
  const [here, there] = [`${net}.${first + 1}`, `${net}.${first + 2}`];
  ip("netns", "add", namespace);
  try {
    ip("link", "add", near, "type", "veth", "peer", "name", far, "netns", namespace);
    ip("addr", "add", `${here}/30`, "dev", near);
    ip("link", "set", near, "up");
    ip("-n", namespace, "addr", "add", `${there}/30`, "dev", far);
    ip("-n", namespace, "link", "set", far, "up");
  } catch (error) {
    ip("netns", "del", namespace);
    throw error;
  }
  return {
    ...{ name, here },
    prefix: [
      ...["ip", "netns", "exec", namespace, "unshare", "--uts"],
      ...["sh", "-c", 'hostname "$0" && exec "$@"', name],
    ],
    wire: (isThere) => ip("link", "set", near, isThere ? "up" : "down"),
    [Symbol.dispose]: () => ip("netns", "del", namespace), // the wire goes with it
  };
}
