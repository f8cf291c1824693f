// Runs after `npm ci`, and is plain JavaScript because an old Node may run it. What it leaves in place is only heavier, so
// it never fails an install.
import { lstatSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const { platform, arch } = process;

/** What packages carry and nothing here reads, as paths below `node_modules`. */
const unread = [
  // Source maps, a third of all.
  /\.map$/,
  // Node's C headers and manuals. Its program stays.
  /^node\/node_modules\/node-[^/]+\/(?:include|share|CHANGELOG\.md)$/,
  // Programs for other systems.
  new RegExp(`^zeromq/build/(?!${platform}(?:/${arch}(?:/|$)|$)|manifest)`),
  // TensorFlow.js: its own tests, and builds for what knows no modules. Node reads tf-*.node.js, bundlers read index.js.
  /^@tensorflow\/tfjs-[^/]+\/dist\/(?:.+_test\.(?:js|d\.ts)|tf-[^/]+(?<!\.node)\.js|miniprogram)$/,
  // Grammars of other languages.
  /^@shikijs\/langs\/dist\/(?!(?:typescript|index)\.)/,
  // TypeScript's messages in other languages.
  /^typescript\/lib\/[a-z]{2}(?:-[a-z]+)?$/,
  // Functions in C, bundles of the same, and manuals. Licences stay.
  /^@stdlib\/[^/]+\/(?:dist|include|src|README\.md|SECURITY\.md|manifest\.json)$/,
  /^@stdlib\/(?!math-base-special-(?:exp|expm1|ln|log1p|log2)\/)[^/]+\/docs$/,
  // Its commands: only its functions are called.
  /^wabt\/bin$/,
  // What it is built from.
  /^zod\/src$/,
  // The editor's packages as CommonJS: bundlers read modules.
  /^@(?:codemirror|lezer)\/[^/]+\/(?:dist\/.+\.c[jt]s|CHANGELOG\.md)$/,
  // Arrow as CommonJS and in one file, its sources, and Node's types once more.
  /^apache-arrow\/(?:src|bin|.+(?<!\.node)\.js|node_modules\/@types)$/,
  // Vega in one file: everybody here reads its modules.
  /^vega(?:-lite)?\/build\/vega(?:-core|-lite)?(?:\.min)?\.js$/,
  // What queues stand on: their modules for bundlers, and what is built for browsers.
  /^bullmq\/dist\/(?:esm\/.+\.js|.+\.tsbuildinfo)$/,
  /^luxon\/(?:src|build\/(?!node(?:$|\/)))/,
  /^msgpackr\/dist\/(?!node\.cjs$)/,
  // Sources, words of other languages, and CommonJS beside modules.
  /^(?:katex\/src|axe-core\/locales|hono\/dist\/cjs|@hono\/node-server\/dist\/.+\.cjs|csv-[a-z]+\/dist\/(?:iife|umd))$/,
  // The same in other builds, manuals and examples.
  /^mathjs\/(?:lib\/browser|docs|examples)$/,
  /^xlsx\/dist\/(?!cpexcel\.js$|LICENSE$)/,
];

/** Removes them. Links, which lead out of the folder, are passed over. */
function lighten(folder, below = "") {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    if (entry.isSymbolicLink()) continue;
    if (unread.some((rule) => rule.test(path))) rmSync(join(folder, path), { recursive: true });
    else if (entry.isDirectory()) lighten(folder, path);
  }
}

try {
  const folder = process.argv[2] ?? fileURLToPath(new URL("../node_modules", import.meta.url));
  if (lstatSync(folder).isDirectory()) lighten(folder);
} catch (error) {
  console.error(`The packages stay heavier than they need be: ${error.message}`);
}
