import type { Planted } from "./planted.ts";

export const faults: readonly Planted[] = [
  { in: "book/render/bibliography.ts", words: "people.length > 6", by: "people.length >= 6" },
  { in: "book/render/bibliography.ts", words: "names.length > 2", by: "names.length > 1" },
  {
    in: "book/render/citations.ts",
    words: "note: first ?",
    by: "note: key ?",
    what: "cited twice, told twice",
  },
  {
    in: "book/render/sidenotes.ts",
    words: "if (isNew) waiting.push",
    by: "waiting.push",
    what: "cited twice, folded twice",
  },
  {
    in: "book/render/labels.ts",
    words: "for (const chapter of chapters) {\n    const counts = { Figure: 0, Exercise: 0 };",
    by: "const counts = { Figure: 0, Exercise: 0 };\n  for (const chapter of chapters) {",
    what: "numbers go on from chapter to chapter",
  },
  {
    in: "book/render/codeCell.ts",
    words: 'rendered.some(({ kind }) => kind === "drawing") ? undefined : head',
    by: "head",
    what: "two charts of one number",
  },
  { in: "book/render/headings.ts", words: "let n = 2", by: "let n = 1" },
  {
    in: "book/check/deadLinks.ts",
    words: "!anchorsOf(target)",
    by: "!anchorsOf(page)",
    what: "places in other pages",
  },
  { in: "book/api/linkNames.ts", words: "/(?:^|[^.])\\.\\s*$/", by: "/\\.\\s*$/", what: "names after `...`" },
  { in: "book/check/pageBudget.ts", words: "requests > budget.requests", by: "requests >= budget.requests" },
  { in: "book/config.ts", words: "minutes > 0", by: "minutes >= 0" },
  {
    in: "book/check/unknownExercises.ts",
    words: 'rule === "unknown-exercise"',
    by: 'rule === "exercise-part"',
    what: "the faults of another rule",
  },
  {
    in: "book/render/exercise.ts",
    words: "const hidden = exercise.hidden.length",
    by: "const hidden = exercise.hidden.length + exercise.wrong.length",
    what: "wrong answers counted as tests",
  },
  {
    in: "book/render/steering.ts",
    words: "grid.flatMap((at) => values.map((value) => ({ ...at, [name]: value })))",
    by: "values.flatMap((value) => grid.map((at) => ({ ...at, [name]: value })))",
    what: "order of settings",
  },
  {
    in: "book/render/terms.ts",
    words: "if (!term || met.has(term.id)) continue",
    by: "if (!term) continue",
    what: "twice in one sentence",
  },
  {
    in: "book/render/chartData.ts",
    words: "replaceAll('\"', '\"\"')",
    by: "replaceAll('\"', '\\\\\"')",
    what: "quotes in CSV",
  },
  { in: "book/api/docComment.ts", words: "|i\\.e|[A-Z]))", by: "|i\\.e))", what: "initials end a sentence" },
  {
    in: "book/api/describe.ts",
    words: "bodiless.length > 0 ? bodiless : functions",
    by: "functions.length > 0 ? functions : bodiless",
    what: "an overload's implementation",
  },
  { in: "book/api/parameters.ts", words: "parameters.at(-1)", by: "parameters.at(0)", what: "whose options" },
  { in: "book/takeHome.ts", words: "{name}/", by: '{name}"/', what: "imports below a package" },
];
