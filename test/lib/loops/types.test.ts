// What TypeScript says to small programs around a loop: the one hint that helps, and nothing where nothing is wrong.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const common = `import * as lib from "../../../lib/index.ts";
const family = lib.gaussian({ ddof: 1 });
const start = family.known({ mean: 0, sd: 1 });
const common = { regime: lib.replace(), rng: lib.seeded(1) };
`;
/** By what is tried: the program, and the start of what TypeScript must say. One diagnostic per entry, no more. */
const programs: Record<string, { code: string; says: string[] }> = {
  "manyLoops, as it should be": {
    code: `lib.manyLoops({ family, start, regime: lib.replace(), generations: 5, size: 10, runs: 3, rng: lib.seeded(1),
      read: { sd: (turn) => turn.model.parameters.sd } }).sd[0]!.length;`,
    says: [],
  },
  "run for runs": {
    code: `lib.manyLoops({ family, start, regime: lib.replace(), generations: 5, size: 10, run: 3, rng: lib.seeded(1),
      read: { sd: (turn) => turn.model.parameters.sd } }).sd[0]!.length;`,
    says: ["'run' does not exist in type * Did you mean to write 'runs'?"],
  },
  "generation for generations": {
    code: `for (const turn of lib.loop({ ...{}, family, start, regime: lib.replace(), generation: 5, size: 10,
      rng: lib.seeded(1) })) turn.model.parameters.sd;`,
    says: ["'generation' does not exist in type * Did you mean to write 'generations'?"],
  },
  "lineage for lineages": {
    code: `for (const turn of lib.ecosystem({ family, start, regime: lib.replace(), generations: 5, size: 10, lineage: 2,
      migration: 0, rng: lib.seeded(1) })) turn[0]!.model.parameters.sd;`,
    says: ["'lineage' does not exist in type * Did you mean to write 'lineages'?"],
  },
  "runs left out": {
    code: `lib.manyLoops({ ...common, family, start, generations: 5, size: 10,
      read: { sd: (turn) => turn.model.parameters.sd } }).sd[0]!.length;`,
    says: ["Property 'runs' is missing"],
  },
  "three wrong options, three hints": {
    code: `lib.manyLoops({ family: lib.gaussian, start, regime: "replace", generations: 5, size: 10, runs: 3,
      rng: Math.random, read: { sd: (turn) => turn.model.parameters.sd } }).sd[0]!.length;`,
    says: [
      "to type 'Family<",
      "Type 'string' is not assignable",
      "Type '() => number' is not assignable to type 'Rng'",
    ],
  },
  "a regime of one's own": {
    code: `const own: lib.Regime<Uint32Array> = {
        name: "own", next: ({ synthetic, size }) => Uint32Array.from(synthetic(size)),
      };
      const words = lib.unigram({ vocabularySize: 2 });
      const data = Uint32Array.of(0, 1);
      for (const turn of lib.loop({ family: words, data, regime: own, generations: 5, rng: lib.seeded(1) }))
        turn.model.parameters.counts;
      lib.manyLoops({ family: words, data, regime: () => own, generations: 5, runs: 2, rng: lib.seeded(1),
        read: { seen: ({ model }) => model.parameters.total } });`,
    says: [],
  },
  "a regime of one kind goes with no other": {
    code: `const own: lib.Regime<Uint32Array> = { name: "own", next: ({ synthetic, size }) => synthetic(size) };
      lib.loop({ ...common, regime: own, family, start, generations: 5 });`,
    says: ["Type 'Regime<Uint32Array<ArrayBufferLike>>' is not assignable to type 'Regime<"],
  },
  "a regime that builds another kind": {
    code: `export const own: lib.Regime<Uint32Array> = { name: "own", next: () => Float64Array.of(1) };`,
    says: ["Type 'Float64Array<ArrayBuffer>' is not assignable to type 'Uint32Array<"],
  },
  "a plain regime goes with every kind": {
    code: `const all: lib.Regime[] = [lib.replace(), lib.accumulate(), lib.augment(), lib.fixedShare({ share: 1 })];
      const [regime] = all;
      const words = lib.unigramCounts({ vocabularySize: 2 });
      lib.loop({ family: words, data: lib.TokenCounts.of([1, 1]), regime: regime!, generations: 5, rng: lib.seeded(1) });
      const later = lib.accumulate();
      lib.loop({ family, start, regime: later, size: 4, generations: 5, rng: lib.seeded(1) });`,
    says: [],
  },
};

const folder = fileURLToPath(new URL(".", import.meta.url));
const paths = Object.keys(programs).map((_, i) => `${folder}program${i}.ts`);
let found: string[][] = [];

before(() => {
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true },
    ...{ skipLibCheck: true, allowImportingTsExtensions: true, erasableSyntaxOnly: true, types: [] },
    ...{ target: ts.ScriptTarget.ES2024, module: ts.ModuleKind.NodeNext },
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  const codes = new Map(Object.values(programs).map(({ code }, i) => [paths[i]!, common + code]));
  host.fileExists = (path) => codes.has(path) || fileExists(path);
  host.getSourceFile = (path, languageVersion, ...rest) => {
    const code = codes.get(path);
    return code === undefined
      ? getSourceFile(path, languageVersion, ...rest)
      : ts.createSourceFile(path, code, languageVersion);
  };
  const program = ts.createProgram(paths, options, host);
  found = paths.map((path) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n")),
  );
});

for (const [i, [what, { says }]] of Object.entries(programs).entries()) {
  test(`TypeScript on ${what}: ${says.length} hint${says.length === 1 ? "" : "s"}, no second, false one`, () => {
    assert.equal(found[i]!.length, says.length, found[i]!.join("\n"));
    for (const [place, hint] of says.entries()) {
      for (const part of hint.split(" * ")) assert.ok(found[i]![place]!.includes(part), found[i]![place]);
    }
  });
}
