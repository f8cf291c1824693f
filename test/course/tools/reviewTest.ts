import { type TestContext, test } from "node:test";
import { onceMore } from "../../tools/onceMore.ts";

/** A test that begins wholly anew if its browser falls silent: the address of a review opens once. */
export const reviewTest = (name: string, body: (t: TestContext) => Promise<void>): void =>
  void test(name, (t) => onceMore(t, () => body(t)));
