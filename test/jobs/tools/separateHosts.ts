import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";

/** A host of its own as far as the network and its name go: it reaches this machine by one wire, and nothing else. */
export interface SeparateHost extends Disposable {
  readonly name: string;
  /** Of this machine, as it is reached from there. */
  readonly here: string;
  /** What stands before a command so that it runs there. */
  readonly prefix: readonly string[];
  /** Cuts the wire, or mends it. */
  wire(isThere: boolean): void;
}

const ip = (...args: readonly string[]): void => {
  execFileSync("ip", args, { stdio: ["ignore", "ignore", "pipe"] });
};

/** Why no separate hosts can be had here; false if they can. Only Linux has network namespaces, and only root makes them. */
export function noSeparateHosts(): string | false {
  try {
    separateHost("probe")[Symbol.dispose]();
    return false;
  } catch (error) {
    const why = (error as { stderr?: Buffer }).stderr?.toString().trim() || (error as Error).message;
    return `NO SEPARATE HOSTS: network namespaces cannot be had here (${why})`;
  }
}

/** Makes a host: a network namespace with a wire to this machine. */
export function separateHost(name: string): SeparateHost {
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
