import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import type { BrowserContextOptions, Page } from "playwright-core";
import { answerWithin } from "./answerWithin.ts";
import { findChromium } from "./chromium.ts";
import { type LaunchedBrowser, launchBrowser } from "./launchBrowser.ts";
import { isSilence } from "./noAnswer.ts";
import { onceMore } from "./onceMore.ts";

/** Longest wait for one action of the browser, and for all that a test does on a page. */
const patience = { actionMs: 60_000, pageMs: 240_000 };

/** Opens a page as a reader with these settings, hands it over, and closes it. */
export type OpenPage = (
  t: TestContext,
  url: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
  /** Errors in the console that are part of the test. */
  expected?: RegExp,
) => Promise<void>;

/**
 * One browser for a test file. Where none can be had, tests are skipped with the reason. One that hangs is killed, and
 * the test has a second try in a new one.
 */
export class TestBrowser {
  readonly #patience: typeof patience;
  #launched: Promise<LaunchedBrowser> | undefined;

  constructor(given: typeof patience = patience) {
    this.#patience = given;
  }

  /** See `OpenPage`. A page that logs an error or throws fails the test. */
  readonly open: OpenPage = async (t, url, options, look, expected) => {
    const found = await findChromium();
    if ("reason" in found) return t.skip(found.reason);
    await onceMore(t, async () => {
      this.#launched ??= launchBrowser(found.path);
      const errors: string[] = [];
      try {
        const visit = this.#visit(await this.#launched, url, options, look, errors);
        await answerWithin(this.#patience.pageMs, `the browser on ${url}`, visit, () => void this.close());
      } catch (error) {
        if (isSilence(error)) await this.close(); // the next page has a browser of its own
        throw error;
      }
      assert.deepEqual(
        errors.filter((error) => !expected?.test(error)),
        [],
      );
    });
  };

  async #visit(
    { browser }: LaunchedBrowser,
    url: string,
    options: BrowserContextOptions,
    look: (page: Page) => Promise<void>,
    errors: string[],
  ): Promise<void> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      // A book keeps itself on the device, which would be heard of in tests of what its pages ask for.
      serviceWorkers: "block",
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(this.#patience.actionMs);
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(String(error)));
    try {
      await page.goto(url);
      await look(page);
    } finally {
      await context.close();
    }
  }

  async close(): Promise<void> {
    const launched = await this.#launched?.catch(() => undefined);
    this.#launched = undefined;
    await launched?.kill();
  }
}
