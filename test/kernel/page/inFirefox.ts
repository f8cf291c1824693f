import type { CorpusNotebook, Expected } from "../corpus/readCorpus.ts";

/** What V8 says, and what SpiderMonkey says in its place: the words of an error are the engine's own. */
const words: readonly (readonly [string, string])[] = [
  ["Cannot read properties of null (reading 'gone')", "null has no properties"],
  ["Cannot read properties of null (reading 'value')", `can't access property "value", x is null`],
  [
    "Cannot access 'Loop' before initialization",
    "can't access lexical declaration 'Loop' before initialization",
  ],
  ["nothing is not a function or its return value is not iterable", "nothing is not a function"],
  [
    "Cannot destructure property 'deep' of 'undefined' as it is undefined.",
    "(destructured parameter) is undefined",
  ],
  ["All promises were rejected", "No Promise in Promise.any was resolved"],
  ["RangeError: Maximum call stack size exceeded", "InternalError: too much recursion"],
  [
    "undefined is not iterable (cannot read property Symbol(Symbol.iterator))",
    "can't access property Symbol.iterator, nothing is undefined",
  ],
];

const suppressed =
  "SuppressedError: An error is suppressed because another error happened while disposing an object";

/** What the version with extended support does otherwise: by the title of the notebook, then by cell. */
const otherwise: Readonly<Record<string, readonly Expected[]>> = {
  // It names the place of the error that came first.
  "09-other-hosts: both errors of a disposal are told": [
    {
      fails: `${suppressed}\nline 1`,
      traceback: [
        suppressed,
        '  in cell "c1", line 1',
        '  > 1 | { using u = { [Symbol.dispose]() { throw new Error("in dispose") } }; throw new Error("in body") }',
        "      |                                                                             ^",
        "Together with Error: in dispose",
        "Together with Error: in body",
      ].join("\n"),
    },
  ],
  // A stack ends at an await.
  "04-errors: errors after an await": [
    {},
    { fails: "Error: later\nline 1 of cell 1" },
    { fails: "Error: later\nline 1 of cell 1" },
  ],
};

/** Firefox 140, the version with extended support, has no `using`; later ones do. */
const unread: Expected = {
  fails:
    "SyntaxError: This browser cannot read the cell, which may use syntax that it does not know yet, such as `using` (unexpected token: identifier)",
};

/** A notebook of the corpus with what Firefox gives for it. */
export function inFirefox(notebook: CorpusNotebook, knowsUsing: boolean): CorpusNotebook {
  const cells = notebook.cells.map(({ source, expected }, index) => {
    if (!knowsUsing && /\busing \w+ =/.test(source)) return { source, expected: unread };
    const own = otherwise[notebook.title]?.[index];
    const translated = Object.entries(own ?? expected).map(([part, text]) => [
      part,
      words.reduce((said, [v8, firefox]) => said.replaceAll(v8, firefox), text as string),
    ]);
    return { source, expected: Object.fromEntries(translated) as Expected };
  });
  return { ...notebook, cells };
}
