import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type Found, findBrowser } from "./findBrowser.ts";

let found: Promise<Found> | undefined;

/**
 * Looks for bubblewrap, as `findBrowser` does for its kind: `BWRAP` names one; on Debian root installs it. One that may
 * not make namespaces here is none. In CI its absence is an error; what is no Linux cannot have it.
 */
export function findBubblewrap(): Promise<Found> {
  found ??= find();
  return found;
}

async function find(): Promise<Found> {
  if (process.platform !== "linux") return { reason: `no sandbox: ${process.platform} has no bubblewrap` };
  const here = await findBrowser({
    variable: "BWRAP",
    kind: "sandbox",
    title: "bubblewrap",
    names: ["bwrap"],
    places: [],
    debian: "bubblewrap",
  });
  if ("reason" in here) return here;
  try {
    const all = ["--unshare-all", "--ro-bind", "/", "/", "true"];
    await promisify(execFile)(here.path, all, { timeout: 60_000 });
    return here;
  } catch (error) {
    const reason = `no sandbox: ${(error as Error).message.trim().split("\n").at(-1)}`;
    if (process.env.CI) throw new Error(reason);
    return { reason };
  }
}
