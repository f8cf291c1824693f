import assert from "node:assert/strict";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { History } from "../../kernel/jupyter/protocol/history.ts";

const remembering = (sources: readonly string[], path?: string): History => {
  const history = new History(path);
  for (const [i, source] of sources.entries()) history.add(i + 1, source);
  return history;
};
const newPath = (t: TestContext): string => {
  const folder = mkdtempSync(join(tmpdir(), "history-"));
  t.after(() => rmSync(folder, { recursive: true }));
  return join(folder, "new/history.jsonl");
};
type Answer = readonly [session: number, line: number, source: string][];
const answer = (history: History, request: object): Answer =>
  history.answer({ ...request }) as unknown as Answer;

// A range holds its start and not its stop, as the protocol and IPython have it.
for (const [range, lines] of [
  [{ start: 1, stop: 2 }, [1]],
  [{ start: 2, stop: 4 }, [2, 3]],
  [{ start: 2, stop: 2 }, []],
  [{ start: 4 }, [4, 5]],
  [{ start: 4, stop: null }, [4, 5]],
  [{ stop: 2 }, [1]],
  [{}, [1, 2, 3, 4, 5]],
  [{ session: 1, start: 5, stop: 99 }, [5]],
  [{ session: 2 }, []],
  [{ session: -1 }, []],
] as const)
  test(`a range ${JSON.stringify(range)} of five lines holds ${lines.join() || "none"}`, () => {
    const history = remembering(["a", "b", "c", "d", "e"]);
    assert.deepEqual(
      answer(history, { hist_access_type: "range", ...range }).map(([, line]) => line),
      lines,
    );
  });

for (const [n, sources] of [
  [2, ["b", "c"]],
  [3, ["a", "b", "c"]],
  [9, ["a", "b", "c"]],
  [undefined, ["a", "b", "c"]],
] as const)
  test(`the tail of ${n} holds the newest, the newest last`, () => {
    const found = answer(remembering(["a", "b", "c"]), { hist_access_type: "tail", n });
    assert.deepEqual(
      found.map(([, , source]) => source),
      sources,
    );
  });

for (const [pattern, sources] of [
  ["*", ["ab", "a.b", "x\nab", "ab"]],
  ["ab", ["ab", "ab"]],
  ["a*", ["ab", "a.b", "ab"]],
  ["a.b", ["a.b"]],
  ["a?b", ["a.b"]],
  ["x*b", ["x\nab"]],
  ["x?ab", ["x\nab"]],
  ["b", []],
  ["a[.]b", []],
] as const)
  test(`a search for ${JSON.stringify(pattern)} goes by the whole text`, () => {
    const history = remembering(["ab", "a.b", "x\nab", "ab"]);
    const found = (more: object): string[] =>
      answer(history, { hist_access_type: "search", pattern, ...more }).map(([, , source]) => source);
    assert.deepEqual(found({}), sources);
    assert.deepEqual(found({ n: 1 }), sources.slice(-1));
  });

test("a search for each text once gives the place where it stood last", () => {
  const history = remembering(["a", "b", "a", "c"]);
  const request = { hist_access_type: "search", pattern: "*", unique: true };
  assert.deepEqual(answer(history, request), [
    [1, 2, "b"],
    [1, 3, "a"],
    [1, 4, "c"],
  ]);
  assert.deepEqual(answer(history, { ...request, n: 1 }), [[1, 4, "c"]]);
});

test("outputs are asked for, and there are none", () => {
  const request = { hist_access_type: "tail", n: 1 };
  const history = remembering(["a"]);
  assert.deepEqual(history.answer({ ...request, output: true }), [[1, 1, ["a", null]]]);
  assert.deepEqual(history.answer({ ...request, output: false }), [[1, 1, "a"]]);
});

test("a kernel goes on where the one before it ended, each a session of its own", (t) => {
  const path = newPath(t);
  remembering(["a", "b"], path);
  assert.equal(statSync(path).mode & 0o777, 0o600, "nobody else's to read");
  const second = remembering(["c"], path);
  assert.deepEqual(answer(second, { hist_access_type: "tail", n: 2 }), [
    [1, 2, "b"],
    [2, 1, "c"],
  ]);
  for (const [session, sources] of [
    [0, ["c"]],
    [-1, ["a", "b"]],
    [1, ["a", "b"]],
    [2, ["c"]],
  ] as const)
    assert.deepEqual(
      answer(second, { hist_access_type: "range", session }).map(([, , source]) => source),
      sources,
      String(session),
    );
});

test("a line that a killed kernel left half is passed over, and so is what cannot be written", (t) => {
  const path = newPath(t);
  remembering(["a"], path);
  appendFileSync(path, 'null\n{"x":1}\n[1,2\n');
  const later = remembering(["b"], path);
  assert.deepEqual(
    answer(later, { hist_access_type: "tail" }).map(([, , source]) => source),
    ["a", "b"],
  );
  assert.equal(readFileSync(path, "utf8").split("\n").at(-2), '[2,1,"b"]');
  const file = join(path, "../file");
  writeFileSync(file, "");
  const nowhere = remembering(["c"], join(file, "history.jsonl"));
  assert.equal(answer(nowhere, { hist_access_type: "tail" }).length, 1);
});
