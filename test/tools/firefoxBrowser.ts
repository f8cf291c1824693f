import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { answerWithin } from "./answerWithin.ts";
import { Bidi, type BidiPage } from "./bidi.ts";
import { findFirefox } from "./firefox.ts";
import { isSilence } from "./noAnswer.ts";
import { onceMore } from "./onceMore.ts";

/** A busy machine takes long to start one. */
const startMs = 120_000;

interface Launched {
  readonly bidi: Bidi;
  kill(): Promise<void>;
}

/** One Firefox for a test file, as `TestBrowser` is one Chromium: the same promises, and `evaluate` of a page. */
export class FirefoxBrowser {
  readonly #pageMs: number;
  readonly #serviceWorkers: boolean;
  #launched: Promise<Launched> | undefined;

  constructor({
    pageMs = 240_000,
    serviceWorkers = false,
  }: { readonly pageMs?: number; readonly serviceWorkers?: boolean } = {}) {
    this.#pageMs = pageMs;
    this.#serviceWorkers = serviceWorkers;
  }

  /** Opens a page, hands it over, and closes it. A page that logs an error or throws fails the test. */
  async open(
    t: TestContext,
    url: string,
    look: (page: BidiPage) => Promise<void>,
    /** Errors in the console that are part of the test. */
    expected?: RegExp,
  ): Promise<void> {
    const found = await findFirefox();
    if ("reason" in found) return t.skip(found.reason);
    await onceMore(t, async () => {
      this.#launched ??= launch(found.path, this.#serviceWorkers);
      try {
        const visit = async (): Promise<void> => {
          const { bidi } = await (this.#launched as Promise<Launched>);
          bidi.errors.length = 0;
          const page = await bidi.open(url);
          await look(page);
          await page.close();
          assert.deepEqual(
            bidi.errors.filter((error) => !expected?.test(error)),
            [],
          );
        };
        await answerWithin(this.#pageMs, `Firefox on ${url}`, visit(), () => void this.close());
      } catch (error) {
        if (isSilence(error)) await this.close(); // the next page has a browser of its own
        throw error;
      }
    });
  }

  async close(): Promise<void> {
    const launched = await this.#launched?.catch(() => undefined);
    this.#launched = undefined;
    await launched?.kill();
  }
}

async function launch(path: string, serviceWorkers: boolean): Promise<Launched> {
  const profile = mkdtempSync(join(tmpdir(), "genloss-firefox-"));
  writeFileSync(join(profile, "user.js"), `user_pref("dom.serviceWorkers.enabled", ${serviceWorkers});\n`);
  const process = spawn(
    path,
    ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"],
    {
      stdio: ["ignore", "ignore", "pipe"],
      detached: true, // with a group of its own, which ends as one
      env: { ...globalThis.process.env, HOME: profile }, // Firefox wants a home that is its user's own
    },
  );
  const ended = new Promise<void>((done) => void process.once("exit", () => done()));
  const kill = async (): Promise<void> => {
    if (process.pid !== undefined && process.exitCode === null)
      globalThis.process.kill(-process.pid, "SIGKILL");
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = await answerWithin(startMs, "the start of Firefox", addressOf(process), () => {});
    return { bidi: await Bidi.connect(address), kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** Where it listens: it says so among its errors. */
function addressOf({ stderr }: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((done, fail) => {
    stderr?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const address = said.match(/WebDriver BiDi listening on (ws:\S+)/)?.[1];
      if (address) done(address);
    });
    stderr?.once("end", () => fail(new Error(`Firefox ended before it listened:\n${said}`)));
  });
}
