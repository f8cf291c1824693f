/** One table says which names every cell knows: the type checker, JUPYTER.md and each host have the same. */
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { ts } from "../../../kernel/check/typescript.ts";
import { nodeHost } from "../../../kernel/node/nodeHost.ts";
import { globalDeclarations } from "../../../kernel/session/globalDeclarations.ts";
import { Session } from "../../../kernel/session/session.ts";

const kernel = fileURLToPath(new URL("../../../kernel/", import.meta.url));
const names = Object.keys(globalDeclarations);

test("a session has every name of the table, and no other but its host's", async () => {
  const host = await nodeHost("/tmp/notebook.ipynb");
  const session = new Session(host);
  assert.deepEqual(Object.keys(session.globals).sort(), [...names].sort());
  session[Symbol.dispose]();
});

test("what the type checker is told of a name is what the name is", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "genloss-globals-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "globals.ts");
  const lines = [
    `import type { CellGlobals } from ${JSON.stringify(join(kernel, "session/cellGlobals.ts"))};`,
    "declare const made: CellGlobals;",
    ...Object.values(globalDeclarations).map(({ declaration }) => declaration),
    // A unique symbol is no other's type.
    'type DenoNames = { jupyter: Omit<(typeof Deno)["jupyter"], "$display"> & { readonly $display: symbol } };',
    ...names.map((name) => {
      const type = name === "Deno" ? "DenoNames" : `typeof ${name}`;
      return `export const ${name}_: ${type} = made.${name};`;
    }),
  ];
  writeFileSync(file, lines.join("\n"));
  const options = {
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.NodeNext,
    allowImportingTsExtensions: true,
    noEmit: true,
    strict: true,
    skipLibCheck: true,
    types: [],
  };
  const program = ts.createProgram([file], options);
  const found = program.getSemanticDiagnostics(program.getSourceFile(file));
  assert.deepEqual(
    found.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
    [],
  );
});

test("JUPYTER.md lists the names of the table", () => {
  const text = readFileSync(join(kernel, "JUPYTER.md"), "utf8");
  const section = text.slice(
    text.indexOf("## Names that every cell has"),
    text.indexOf("## While a cell runs"),
  );
  const rows = section.split("\n").filter((line) => line.startsWith("| `"));
  const code = (usage: string): string => (usage.includes("`") ? `\`\` ${usage} \`\`` : `\`${usage}\``);
  const wanted = Object.values(globalDeclarations).map(({ usage, does }) => `| ${code(usage)} | ${does} |`);
  assert.deepEqual(rows, wanted);
});

test("the corpus asks every host for every name", () => {
  const corpus = readFileSync(new URL("../corpus/09-other-hosts.txt", import.meta.url), "utf8");
  const section = corpus.slice(corpus.indexOf("== every name that a cell knows"));
  for (const name of names) assert.match(section.split("\n== ")[0]!, new RegExp(`typeof ${name}\\b`));
});
