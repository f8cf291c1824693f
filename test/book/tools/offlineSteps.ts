import assert from "node:assert/strict";
import type { BidiPage } from "../../tools/bidi.ts";

type Page = Pick<BidiPage, "evaluate">;

/** Waits until something holds in the page, which may be another one meanwhile. */
export async function until(page: Page, isTrue: string, seconds = 60): Promise<void> {
  for (let tries = 0; tries < seconds * 20; tries += 1) {
    if (await page.evaluate(isTrue).catch(() => false)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(`not within ${seconds} s: ${isTrue}, but ${JSON.stringify(await seen(page))}`);
}

/** Does what leads to another document, and waits for that. */
async function leave(page: Page, act: string): Promise<void> {
  await page.evaluate(`void (globalThis.isLeft = true, setTimeout(() => { ${act} }, 20))`);
  await until(
    page, // Firefox shows an empty page in between.
    "!globalThis.isLeft && document.readyState === 'complete' && location.protocol !== 'about:'",
  );
}

export const goTo = (page: Page, url: string): Promise<void> =>
  leave(page, `location.assign(${JSON.stringify(url)})`);
export const reload = (page: Page): Promise<void> => leave(page, "location.reload()");
export const click = (page: Page, selector: string): Promise<unknown> =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`);
export const clickAndLeave = (page: Page, selector: string): Promise<void> =>
  leave(page, `document.querySelector(${JSON.stringify(selector)}).click()`);

/** What a page says of itself and of the book on the device; empty where it says nothing. */
export interface Seen {
  readonly title: string;
  /** The line over a page that came from the device. */
  readonly kept: string;
  /** The line in the foot. */
  readonly foot: string;
  /** The line that tells of a newer edition. */
  readonly newer: string;
  readonly text: string;
}
export const seen = (page: Page): Promise<Seen> =>
  page.evaluate(`(() => {
    const text = (selector) => document.querySelector(selector)?.textContent.trim() ?? "";
    return { title: text("h1"), kept: text(".kept-edition"), foot: text(".offline"), newer: text(".newer-edition"), text: text("main") };
  })()`) as Promise<Seen>;

/** Waits until the book is whole on the device, in the edition that the site has. */
export const untilKept = (page: Page): Promise<void> =>
  until(
    page,
    "/^This book is on this device: \\d+ MB/.test(document.querySelector('.offline')?.textContent)",
  );

/** Names of the editions on the device, of this and of other books. */
export const editions = (page: Page): Promise<readonly string[]> =>
  page.evaluate("caches.keys()") as Promise<readonly string[]>;

/** Waits until so many editions are whole on the device. */
export const untilWhole = (page: Page, count: number, seconds = 60): Promise<void> =>
  until(
    page,
    `caches.keys().then((names) => Promise.all(names.map(async (name) => (await caches.open(name)).match("-/whole"))))
      .then((marks) => marks.filter(Boolean).length === ${count})`,
    seconds,
  );

/** The SHA-256 of each file of the only edition on the device, by its path. */
export const keptDigests = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(`(async () => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    const digests = {};
    for (const { url } of await cache.keys()) {
      const hash = await crypto.subtle.digest("SHA-256", await (await cache.match(url)).arrayBuffer());
      const { pathname } = new URL(url);
      if (!pathname.startsWith("/-/")) digests[pathname] = new Uint8Array(hash).toHex?.() ?? Array.from(new Uint8Array(hash), (b) => b.toString(16).padStart(2, "0")).join("");
    }
    return digests;
  })()`) as Promise<Readonly<Record<string, string>>>;
