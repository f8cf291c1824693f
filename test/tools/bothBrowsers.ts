import type { TestContext } from "node:test";
import type { BrowserContextOptions } from "playwright-core";
import type { BidiPage } from "./bidi.ts";
import { FirefoxBrowser } from "./firefoxBrowser.ts";
import { TestBrowser } from "./testBrowser.ts";

/** A browser as far as Chromium and Firefox give it in the same words. */
export interface EitherBrowser {
  readonly name: "Chromium" | "Firefox";
  open(
    t: TestContext,
    url: string,
    look: (page: Pick<BidiPage, "evaluate">) => Promise<void>,
    /** Errors in the console that are part of the test. */
    expected?: RegExp,
  ): Promise<void>;
}

/** Two engines for one test file: what a page computes must not hang on one of them. */
export class BothBrowsers {
  readonly #chromium: TestBrowser;
  readonly #firefox: FirefoxBrowser;

  readonly #options: BrowserContextOptions;

  constructor(pageMs = 240_000, { serviceWorkers = false }: { readonly serviceWorkers?: boolean } = {}) {
    this.#chromium = new TestBrowser({ actionMs: 60_000, pageMs });
    this.#firefox = new FirefoxBrowser({ pageMs, serviceWorkers });
    this.#options = serviceWorkers ? { serviceWorkers: "allow" } : {};
  }

  *[Symbol.iterator](): Generator<EitherBrowser> {
    const [chromium, firefox, options] = [this.#chromium, this.#firefox, this.#options];
    yield {
      name: "Chromium",
      open: (t, url, look, expected) => chromium.open(t, url, options, look, expected),
    };
    yield { name: "Firefox", open: (t, url, look, expected) => firefox.open(t, url, look, expected) };
  }

  async close(): Promise<void> {
    await Promise.all([this.#chromium.close(), this.#firefox.close()]);
  }
}
