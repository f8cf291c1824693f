import { type Browser, chromium } from "playwright-core";

/** The Chromium that `CHROMIUM` names, or Debian's. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
