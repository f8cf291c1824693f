/** The book is kept while nobody waits for anything else. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { askedNow, untilQuiet } from "../../book/theme/offline/worker/quiet.ts";

const settled = (): Promise<void> => new Promise((done) => setImmediate(done));

test("a load waits until two seconds have passed without a page that asks for something, or it is ended", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const stop = new AbortController();
  const pass = async (ms: number): Promise<void> => {
    t.mock.timers.tick(ms);
    await settled();
  };
  askedNow();
  let isQuiet = false;
  void untilQuiet(stop.signal).then(() => {
    isQuiet = true;
  });
  await pass(1500);
  askedNow();
  await pass(1999);
  assert.equal(isQuiet, false, "a page asked in between");
  await pass(1);
  assert.equal(isQuiet, true);
  await untilQuiet(stop.signal); // at once: nobody has asked since

  askedNow();
  let isEnded = false;
  void untilQuiet(stop.signal).then(() => {
    isEnded = true;
  });
  stop.abort();
  await pass(2000);
  assert.equal(isEnded, true);
});
