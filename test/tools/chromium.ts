import { execFile } from "node:child_process";
import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const run = promisify(execFile);

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "msedge",
  "microsoft-edge",
];

const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  "/snap/bin/chromium",
];

/** A browser to test pages with, or why there is none. */
export type Found = { readonly path: string } | { readonly reason: string };

let found: Promise<Found> | undefined;

/**
 * Looks for a Chromium: `CHROMIUM`, the usual names in PATH, the usual places; then tries to install one.
 * In CI a missing browser is an error, not a reason to skip.
 */
export function findChromium(): Promise<Found> {
  found ??= search();
  return found;
}

async function search(): Promise<Found> {
  const here = (await present()) ?? (await installDebian()) ?? (await installPlaywright());
  if (here) return { path: here };
  const reason =
    "no browser: no Chromium, Chrome or Edge in PATH or the usual places, and none could be installed; set CHROMIUM to one";
  if (process.env.CI) throw new Error(reason);
  return { reason };
}

async function present(): Promise<string | undefined> {
  const named = process.env.CHROMIUM;
  if (named) {
    if (await runs(named)) return named;
    throw new Error(`CHROMIUM must name a program that runs, got ${named}`);
  }
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  for (const path of [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places]) {
    if (await runs(path)) return path;
  }
  return undefined;
}

const runs = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Debian and its relatives have a package, and root may install it. */
async function installDebian(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const options = { timeout: 300_000, env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  await run("apt-get", ["install", "-y", "chromium"], options)
    .catch(async () => {
      await run("apt-get", ["update"], options);
      await run("apt-get", ["install", "-y", "chromium"], options);
    })
    .catch(() => {});
  return present();
}

/** Playwright's own download needs the network; without it this fails quickly and quietly. */
async function installPlaywright(): Promise<string | undefined> {
  await run("npx", ["--no-install", "playwright-core", "install", "chromium"], { timeout: 300_000 }).catch(
    () => {},
  );
  const path = chromium.executablePath();
  return (await runs(path)) ? path : undefined;
}
