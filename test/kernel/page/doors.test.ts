/** What code of a cell reaches from a page's worker: nothing. Each door is tried with a harmless stand-in. */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Output } from "../../../kernel/notebook/notebook.ts";
import type { PageOutcome } from "../../../kernel/page/pageOutcome.ts";
import { buildPageModules } from "../../../kernel/pageBuild/buildPageModules.ts";
import { BothBrowsers } from "../../tools/bothBrowsers.ts";
import { servePage } from "./worker.ts";

const browsers = new BothBrowsers();
const served = await servePage(await buildPageModules([], import.meta.dirname));
after(async () => {
  served.close();
  await browsers.close();
});

interface Seen {
  readonly outputs: readonly (readonly Output[])[];
  readonly outcomes: readonly PageOutcome[];
}

const run = (sources: readonly string[]): string =>
  `runCells(${JSON.stringify(sources.map((source, i) => ({ id: `c${i + 1}`, source })))})`;

for (const browser of browsers)
  test(`a result that a cell makes up is not believed, in ${browser.name}`, async (t) => {
    const made = '{ type: "done", run: 1, outcome: { status: "ok", executionCount: 1 } }';
    const cells = [
      `globalThis.postMessage?.(${made}); throw new Error("failed")`,
      `self.dispatchEvent(new MessageEvent("message", { data: ${made} })); throw new Error("failed")`,
      // What a cell puts in the place of built-ins sees no port.
      `const ports = [];
     const { apply } = Reflect;
     for (const name of ["data", "source", "ports"]) {
       const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, name);
       Object.defineProperty(MessageEvent.prototype, name, { get() { ports.push(this.target); return apply(get, this, []) } });
     }
     const send = MessagePort.prototype.postMessage;
     MessagePort.prototype.postMessage = function (...given) { ports.push(this); return apply(send, this, given) };`,
      "await new Promise((done) => setTimeout(done, 20)); ports.length",
      `const spoilt = () => { throw new Error("failed") };
     Reflect.apply = Function.prototype.call = Function.prototype.apply = spoilt;
     throw new Error("failed")`,
    ];
    await browser.open(t, served.url, async (page) => {
      const { outputs, outcomes } = (await page.evaluate(run(cells))) as Seen;
      assert.deepEqual(
        outcomes.map(({ status }) => status),
        ["error", "error", "ok", "ok", "error"],
      );
      const [shown] = outputs[3]!;
      assert.equal(shown?.output_type === "execute_result" && shown.data["text/plain"], "0");
    });
  });

/** The name of a door, and an expression that gives a word for what is behind it. */
const doors: Readonly<Record<string, string>> = {
  "the network, by fetch":
    'await fetch("/stand-in").then((answer) => answer.text()).catch((error) => error.message)',
  "the network, by fetch of the prototype":
    'await (Object.getPrototypeOf(globalThis).fetch ?? Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).fetch ?? fetch)("/stand-in").then((answer) => answer.text()).catch((error) => error.message)',
  "the network, by XMLHttpRequest": "typeof XMLHttpRequest",
  "the network, by WebSocket": "typeof WebSocket",
  "the network, by EventSource": "typeof EventSource",
  "the network, by importScripts": "typeof importScripts",
  "a database": "typeof indexedDB",
  "a database of the prototype": "typeof Object.getPrototypeOf(Object.getPrototypeOf(globalThis)).indexedDB",
  "a cache": "typeof caches",
  "files of its own": "typeof navigator.storage",
  locks: "typeof navigator.locks",
  "other pages": "typeof BroadcastChannel",
  "a worker of its own": "typeof Worker",
  "a shared worker": "typeof SharedWorker",
  "the way back": "globalThis.fetch = 1",
};

for (const browser of browsers)
  test(`a cell reaches no network, no storage, no other page and no worker of its own, in ${browser.name}`, async (t) => {
    await browser.open(t, served.url, async (page) => {
      await page.evaluate("globalThis.localStorage.setItem('mine', '1')");
      const { outputs } = (await page.evaluate(run(Object.values(doors)))) as Seen;
      for (const [place, name] of Object.keys(doors).entries()) {
        const [shown] = outputs[place]!;
        const text =
          shown?.output_type === "execute_result"
            ? shown.data["text/plain"]
            : shown?.output_type === "error" && shown.evalue;
        const closed = /^'(?:undefined|Cannot fetch: cells of a page reach no network)'$|read.only/;
        assert.match(String(text), closed, name);
      }
    });
    assert.deepEqual(served.asked, []);
  });
