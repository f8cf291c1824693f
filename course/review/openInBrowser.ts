import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { html } from "../page/html.ts";

/** What opens a page on a system; undefined where there is no screen. */
function opener(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): readonly string[] | undefined {
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["cmd", "/c", "start", ""];
  return env.DISPLAY || env.WAYLAND_DISPLAY ? ["xdg-open"] : undefined;
}

/**
 * Opens an address that holds a secret. Any user of the machine can read what programs are started with, so the browser is
 * given a file that its owner alone can read and that leads there.
 *
 * @param folder for that file
 * @returns takes the file away again; undefined if there is no screen to open anything on
 */
export function openInBrowser(address: string, folder: string): (() => void) | undefined {
  const program = opener(process.platform, process.env);
  if (!program) return undefined;
  const path = join(folder, "open-review.html");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  rmSync(path, { force: true });
  const page = html`<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${address}"><title>Review</title>`;
  writeFileSync(path, String(page), { mode: 0o600, flag: "wx" });
  const [command = "", ...args] = program;
  const child = spawn(command, [...args, pathToFileURL(path).href], { stdio: "ignore", detached: true });
  child.on("error", () => {}); // the address is printed all the same
  child.unref();
  return () => rmSync(path, { force: true });
}
