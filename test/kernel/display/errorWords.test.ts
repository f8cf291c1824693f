import assert from "node:assert/strict";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { causeLines } from "../../../kernel/display/causeLines.ts";
import { errorWords } from "../../../kernel/display/errorWords.ts";
import { ownProperties } from "../../../kernel/display/ownProperties.ts";

class NotFound extends Error {}
class Named extends Error {
  override readonly name = "OwnName";
}
const anonymous = new (class extends Error {})("m");
const nameless = Object.assign(new RangeError("m"), { name: "" });

for (const [what, thrown, name, message] of [
  ["an error", new RangeError("m"), "RangeError", "m"],
  ["an error without words", new Error(), "Error", ""],
  ["a class of errors without a name of its own", new NotFound("m"), "NotFound", "m"],
  ["an error that names itself", new Named("m"), "OwnName", "m"],
  ["a name that was set", Object.assign(new NotFound("m"), { name: "Set" }), "Set", "m"],
  ["a name that was taken away", nameless, "RangeError", "m"],
  ["an error of a class without a name", anonymous, "Error", "m"],
  ["an error of another realm", runInContext("new TypeError('m')", createContext({})), "TypeError", "m"],
  ["a text", "m", "Thrown value", "m"],
  ["a number", 5, "Thrown value", "5"],
  ["nothing", undefined, "Thrown value", "undefined"],
  ["an object with half of an error", { message: "m" }, "Thrown value", "{ message: 'm' }"],
] as const)
  test(`errorWords() of ${what}`, () => assert.deepEqual(errorWords(thrown), { name, message }));

test("errorWords() cuts after 10 000 characters", () => {
  const whole = "x".repeat(10_000);
  assert.equal(errorWords(new Error(whole)).message, whole);
  assert.equal(errorWords(`${whole}yz`).message, `${whole}… (2 more characters)`);
});

test("causeLines() follows causes and gathered errors, each once, at most ten", () => {
  const inner = Object.assign(new RangeError("b"), { code: 5 });
  const outer = new Error("a", { cause: inner });
  assert.deepEqual(causeLines(outer), ["Caused by RangeError: b { code: 5 }"]);
  const all = new AggregateError([inner, new NotFound("c", { cause: "d" })], "all", { cause: outer });
  assert.deepEqual(causeLines(all), [
    "Together with RangeError: b { code: 5 }",
    "Together with NotFound: c",
    "Caused by Thrown value: d",
    "Caused by Error: a",
  ]);
  const round = new Error("a");
  round.cause = new Error("b", { cause: round });
  assert.deepEqual(causeLines(round), ["Caused by Error: b"]);
  const many = new AggregateError(Array.from({ length: 30 }, (_, i) => new Error(`${i}`)));
  assert.deepEqual(causeLines(many).slice(9), ["Together with Error: 9"]);
  assert.deepEqual(causeLines(new Error("alone")), []);
  assert.deepEqual(causeLines(new Error("a", { cause: null })), []);
});

test("ownProperties() shows what an error carries beside what is told of it elsewhere", () => {
  const told = { name: "N", message: "m", stack: "s", cause: 1, errors: [], error: 1, suppressed: 1 };
  assert.equal(ownProperties(Object.assign(new Error(), told)), "");
  assert.equal(
    ownProperties(Object.assign(new Error(), told, { code: "E", at: [1] })),
    "{ code: 'E', at: [ 1 ] }",
  );
  assert.equal(ownProperties({ code: "E" }), "");
});
