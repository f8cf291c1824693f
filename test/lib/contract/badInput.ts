// What an entry of a registry says of input that is no good. The type makes all five cases required.
import assert from "node:assert/strict";
import { test } from "node:test";

/** A refusal that names the argument and the value; or the finite value it gives; or why the case cannot occur. */
type Answer = { refuses: () => unknown } | { gives: () => number } | { cannot: string };

export interface BadInput {
  empty: Answer;
  nan: Answer;
  negativeCount: Answer;
  mismatchedLength: Answer;
  zeroVariance: Answer;
}

const refusal = /^(RangeError|TypeError): Cannot [^:]+: \w[\w.[\]]*( and \w[\w.[\]]*)? must .+, got .+$/;
/** What the value in the refusal looks like, where the case fixes it. */
const got: Partial<Record<keyof BadInput, RegExp>> = { nan: /got .*NaN/, negativeCount: /got .*-\d/ };

/** Makes one test per case: `testBadInput("gamma", promise.bad)`. */
export function testBadInput(name: string, bad: BadInput): void {
  for (const [kind, answer] of Object.entries(bad) as [keyof BadInput, Answer][]) {
    const called = kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace("nan", "NaN");
    if ("refuses" in answer) {
      test(`${name}() refuses ${called}, naming the argument and the value`, () => {
        assert.throws(answer.refuses, (error) => {
          assert.match(String(error), refusal);
          assert.match(String(error), got[kind] ?? /got /);
          return true;
        });
      });
    } else if ("gives" in answer) {
      test(`${name}() gives a finite number for ${called}`, () => {
        const value = answer.gives();
        assert.ok(typeof value === "number" && Number.isFinite(value), `gave ${String(value)}`);
      });
    } else {
      test(`${name}(): ${called} cannot occur: ${answer.cannot}`, () =>
        assert.ok(answer.cannot.length > 10, "a reason is a sentence"));
    }
  }
}
