import assert from "node:assert/strict";
import { test } from "node:test";
import { howItEnded } from "../../../course/sandbox/howItEnded.ts";
import { levelHeld } from "../../../course/sandbox/levelHeld.ts";
import type { Canaries } from "../../../course/sandbox/probes/canaries.ts";
import { outcomeOf, type ProbeResult, type ProbeSeen } from "../../../course/sandbox/probes/outcomeOf.ts";
import { probes } from "../../../course/sandbox/probes/probes.ts";
import { defaultLimits } from "../../../course/sandbox/sandboxLimits.ts";

const heap = "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory";
for (const [what, seen, end] of [
  ["code 0", { code: 0 }, "exit"],
  ["code 1", { code: 1 }, "exit"],
  ["code 128, which is no signal", { code: 128 }, "exit"],
  ["killed after the limit of processor time", { code: 137, elapsedMs: 20_000 }, "cpu"],
  ["killed after half of it, by two processors", { code: 137, elapsedMs: 10_000 }, "cpu"],
  ["killed before it can have used that", { code: 137, elapsedMs: 4000 }, "memory"],
  ["killed by a signal, as a shell's child is", { signal: "SIGKILL", elapsedMs: 30_000 }, "cpu"],
  ["told of the limit of processor time", { signal: "SIGXCPU" }, "cpu"],
  ["V8's last words", { code: 134, stderr: `x\n${heap}\n` }, "memory"],
  ["V8's last words, killed by another signal for it", { code: 139, stderr: heap }, "memory"],
  ["an allocation that throws", { code: 1, stderr: "RangeError: Array buffer allocation failed" }, "memory"],
  ["an abort", { code: 134 }, "crash"],
  ["a segmentation fault", { signal: "SIGSEGV" }, "crash"],
  ["bubblewrap that gives up", { code: 1, stderr: "bwrap: Can't find source path /x" }, "sandbox"],
  ["setpriv that gives up", { code: 127, stderr: "setpriv: failed to execute bwrap" }, "sandbox"],
  ["a shell that may not set a limit", { code: 125 }, "sandbox"],
  ["a program that speaks of bwrap in a line", { code: 1, stderr: "about bwrap: none" }, "exit"],
] as const)
  test(`${what}: "${end}"`, () => {
    const base = {
      code: null,
      signal: null,
      stderr: "",
      elapsedMs: 100,
      limits: defaultLimits,
      processors: 2,
    };
    assert.equal(howItEnded({ ...base, ...seen }), end);
  });

const canaries = { word: "canary", heard: () => false } as Canaries;
const ready = { ready: true } as const;
const base: ProbeSeen = {
  replies: [ready],
  printed: 0,
  cut: false,
  late: false,
  code: 0,
  signal: null,
  lastWords: "",
};
for (const [what, name, seen, outcome] of [
  ["it never started", "read-outside", { replies: [], code: 1, lastWords: "SyntaxError" }, "unknown"],
  ["it was refused", "read-outside", { replies: [ready, { refused: "ENOENT", message: "" }] }, "blocked"],
  [
    "it had a fault of its own",
    "tcp",
    { replies: [ready, { refused: "EAI_AGAIN", message: "" }] },
    "unknown",
  ],
  ["it fell silent", "read-outside", { signal: "SIGSEGV", code: null }, "unknown"],
  ["it brought something else", "environment", { replies: [ready, { reached: "{}" }] }, "blocked"],
  ["it brought the canary", "environment", { replies: [ready, { reached: "a canary!" }] }, "open"],
  ["it had all", "buffers", { replies: [ready, { amount: 960 }] }, "open"],
  ["it had some, then an error", "buffers", { replies: [ready, { amount: 32 }], code: 1 }, "limited"],
  ["it had none", "start-one", { replies: [ready, { refused: "EAGAIN", message: "" }] }, "blocked"],
  ["it was killed at once", "loop", { code: 137 }, "limited"],
  ["it had to be stopped by the clock", "loop", { replies: [ready, { amount: 1 }], late: true }, "open"],
  ["it ended well and had nothing", "loop", {}, "unknown"],
  ["its output was cut", "print", { printed: 2 ** 21, cut: true, code: 137 }, "limited"],
  ["all its output came", "print", { printed: 2 ** 26 }, "open"],
] as const)
  test(`a probe is ${outcome} where ${what}`, () => {
    const probe = probes.find((probe) => probe.name === name)!;
    assert.equal(outcomeOf(probe, { ...base, ...seen }, canaries).outcome, outcome);
  });

for (const [level, open, held] of [
  ["A", {}, "A"],
  ["B", {}, "B"],
  ["A", { tcp: "open", udp: "open" }, "D"],
  ["C", { tcp: "unknown" }, "D"],
  ["A", { "read-outside": "open" }, "E"],
  ["D", { tcp: "open", "follow-link": "open" }, "D"],
  ["D", { gradebook: "open" }, "E"],
] as const)
  test(`a sandbox of level ${level} with ${JSON.stringify(open)} holds as ${held}`, () => {
    const results = probes.map(({ name, title }): ProbeResult => {
      const outcome = (open as Record<string, "open" | "unknown">)[name] ?? "blocked";
      return { name, title, outcome, words: "" };
    });
    assert.equal(levelHeld(level, results), held);
  });

test("a probe that did not run counts as open", () => assert.equal(levelHeld("A", []), "E"));
