import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fault } from "../../../book/fault.ts";
import { collectLabels } from "../../../book/render/labels.ts";
import { code, prose } from "../tools/cells.ts";
import { chapterOf } from "../tools/context.ts";

const figure = (label: string) => code(label, "plot()", [], { role: "figure", label, caption: "c" });
const exercise = (name: string) => prose(name, "Do it.", { role: "exercise", exercise: name });

test("collectLabels() counts figures and exercises apart, and anew in each chapter", () => {
  const one = chapterOf(1, "one", figure("fig-a"), exercise("mix"), figure("fig-b"), exercise("cut"));
  const three = chapterOf(3, "three", figure("fig-c"));
  const faults: Fault[] = [];
  const numbers = [...collectLabels([one, three], faults)].map(
    ([anchor, { kind, number, page }]) => `${anchor}: ${kind} ${number} in ${page}`,
  );
  assert.deepEqual(numbers, [
    "fig-a: Figure 1.1 in one.html",
    "ex-mix: Exercise 1.1 in one.html",
    "fig-b: Figure 1.2 in one.html",
    "ex-cut: Exercise 1.2 in one.html",
    "fig-c: Figure 3.1 in three.html",
  ]);
  assert.deepEqual(faults, []);
});

test("collectLabels() counts only figures and exercises that have a name, by the chapter's number in two digits too", () => {
  const cells = [
    prose("p", "A claim.", { role: "claim", label: "fig-no" }),
    code("f", "plot()", [], { role: "figure", caption: "c" }),
    prose("e", "Do it.", { role: "exercise" }),
    prose("labelled", "Do it.", { role: "exercise", exercise: "mix", label: "fig-other" }),
    code("starter", "start()", [], { role: "starter", exercise: "mix" }),
    figure("fig-z"),
  ];
  const labels = collectLabels([{ ...chapterOf(1, "one", ...cells), number: 17 }], []);
  assert.deepEqual(
    [...labels].map(([anchor, { number }]) => [anchor, number]),
    [
      ["ex-mix", "17.1"],
      ["fig-z", "17.1"],
    ],
  );
});

test("collectLabels() reports a label used twice, also across chapters", () => {
  const faults: Fault[] = [];
  collectLabels([chapterOf(1, "one", figure("fig-a")), chapterOf(3, "three", figure("fig-a"))], faults);
  assert.deepEqual(
    faults.map(({ file, cell, rule }) => [file, cell, rule]),
    [["notebooks/03-three.ipynb", "fig-a", "duplicate-label"]],
  );
});
