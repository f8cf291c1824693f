import { type Browser, chromium } from "playwright-core";

/** A busy machine takes long to start one. */
const patienceMs = 120_000;

/** A browser, and an end to it that does not ask: a browser that hangs does not close either. */
export interface LaunchedBrowser {
  readonly browser: Browser;
  kill(): Promise<void>;
}

/** @param path the program, as `findChromium` has it */
export async function launchBrowser(path: string): Promise<LaunchedBrowser> {
  const options = { executablePath: path, args: ["--no-sandbox"], timeout: patienceMs };
  const server = await chromium.launchServer(options);
  const browser = await chromium.connect(server.wsEndpoint(), { timeout: patienceMs });
  return { browser, kill: () => server.kill() };
}
