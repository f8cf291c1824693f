import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { type LaunchedBrowser, launchBrowser } from "../../tools/launchBrowser.ts";
import { NoAnswer } from "../../tools/noAnswer.ts";
import { endGroup, startGroup } from "../../tools/processGroup.ts";
import { NotebookPage } from "./notebookPage.ts";

/** JupyterLab as `genloss lab` starts it, on files of its own, and a browser. */
export interface Lab {
  /** Where its notebooks are: inside the project, so that cells find its packages. */
  readonly folder: string;
  /** Opens a notebook in a window of its own and waits until its kernel is there. */
  open(file: string): Promise<NotebookPage>;
  /** What the server has written. */
  words(): string;
  /** Ends it as Ctrl+C does. @returns the exit code */
  stop(): Promise<number | null>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Of a user who wants no news, and sees whole notebooks. */
const settings: Readonly<Record<string, object>> = {
  "notebook-extension/tracker": { windowingMode: "none" },
  "apputils-extension/notification": { fetchNews: "false", checkForUpdates: false },
};

const patienceMs = 120_000;

export async function startLab(root: string, browserPath: string, theme = "Light"): Promise<Lab> {
  const folder = await mkdtemp(join(root, "test", "lab", ".run-"));
  const home = await mkdtemp(join(tmpdir(), "genloss-lab-"));
  const chosen = { ...settings, "apputils-extension/themes": { theme: `JupyterLab ${theme}` } };
  for (const [name, values] of Object.entries(chosen)) {
    const file = join(home, "settings", "@jupyterlab", `${name}.jupyterlab-settings`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(values));
  }
  const port = await freePort();
  const token = randomUUID();
  const given = ["--no-browser", `--ServerApp.port=${port}`, "--ServerApp.port_retries=0"];
  const main = join(root, "cli", "main.ts");
  const args = ["--no-warnings", main, "lab", folder, "--", ...given, `--IdentityProvider.token=${token}`];
  const server = startGroup(process.execPath, args, {
    env: ownFiles(home),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let words = "";
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (part) => {
      words += part;
    });
  const address = `http://127.0.0.1:${port}`;
  const dispose = async (): Promise<void> => {
    await launched?.kill();
    endGroup(server);
    for (const made of [folder, home]) await rm(made, { recursive: true, force: true });
  };
  let launched: LaunchedBrowser | undefined;
  try {
    await answers(`${address}/api/status?token=${token}`, server, () => words);
    launched = await launchBrowser(browserPath);
  } catch (error) {
    await dispose();
    throw error;
  }
  const { browser } = launched;

  const stop = async (): Promise<number | null> => {
    const ended = once(server, "exit");
    if (server.exitCode === null) server.kill("SIGINT");
    const code = server.exitCode ?? ((await ended) as [number | null])[0];
    return code;
  };
  return {
    folder,
    open: (file) => openNotebook(browser, `${address}/lab/tree/${file}?token=${token}&reset`),
    words: () => words,
    stop,
    [Symbol.asyncDispose]: dispose,
  };
}

async function openNotebook(browser: Browser, url: string): Promise<NotebookPage> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 850 } });
  const page = await context.newPage();
  page.setDefaultTimeout(patienceMs);
  await page.goto(url);
  const notebook = new NotebookPage(page);
  await notebook.ready();
  return notebook;
}

/** Nothing of the user's own Jupyter is read or changed. */
const ownFiles = (home: string): NodeJS.ProcessEnv => ({
  ...process.env,
  JUPYTER_CONFIG_DIR: join(home, "config"),
  JUPYTER_DATA_DIR: join(home, "data"),
  JUPYTER_RUNTIME_DIR: join(home, "runtime"),
  JUPYTERLAB_SETTINGS_DIR: join(home, "settings"),
  JUPYTERLAB_WORKSPACES_DIR: join(home, "workspaces"),
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

async function answers(url: string, server: ChildProcess, words: () => string): Promise<void> {
  const end = Date.now() + patienceMs;
  while (Date.now() < end && server.exitCode === null) {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs) }).catch(() => undefined);
    if (answer?.ok) return;
    await pause(200);
  }
  if (server.exitCode === null)
    throw new NoAnswer(`JupyterLab: no answer for ${patienceMs / 1000} s\n${words()}`);
  throw new Error(`JupyterLab did not start:\n${words()}`);
}
