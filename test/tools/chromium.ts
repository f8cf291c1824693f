import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { chromiumNames, chromiumPlaces } from "../../book/print/chromiumNames.ts";
import { type Found, findBrowser, runs } from "./findBrowser.ts";

const run = promisify(execFile);
let found: Promise<Found> | undefined;

/** Looks for a Chromium, as `findBrowser` does: `CHROMIUM` names one. */
export function findChromium(): Promise<Found> {
  found ??= findBrowser({
    variable: "CHROMIUM",
    title: "Chromium, Chrome or Edge",
    names: chromiumNames,
    places: chromiumPlaces,
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
