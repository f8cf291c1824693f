import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { type Found, findBrowser, runs } from "./findBrowser.ts";

const run = promisify(execFile);
let found: Promise<Found> | undefined;

/** Looks for a Chromium, as `findBrowser` does: `CHROMIUM` names one. */
export function findChromium(): Promise<Found> {
  found ??= findBrowser({
    variable: "CHROMIUM",
    title: "Chromium, Chrome or Edge",
    names: [
      ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"],
      ...["msedge", "microsoft-edge"],
    ],
    places: [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
      "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
      "/snap/bin/chromium",
    ],
    debian: "chromium",
    otherwise: installPlaywright,
  });
  return found;
}

/** Playwright's own download needs the network; without it this fails quickly and quietly. */
async function installPlaywright(): Promise<string | undefined> {
  await run("npx", ["--no-install", "playwright-core", "install", "chromium"], { timeout: 300_000 }).catch(
    () => {},
  );
  const path = chromium.executablePath();
  return (await runs(path)) ? path : undefined;
}
