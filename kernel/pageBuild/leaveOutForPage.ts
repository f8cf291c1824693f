import { createRequire } from "node:module";
import type { Plugin } from "esbuild";

/** Parts of Sucrase for JSX, Flow, CommonJS, older engines, unused imports, and the checking of its options: no cell needs them. */
const unused =
  /node_modules[/\\]sucrase[/\\]dist[/\\]esm[/\\](?:transformers[/\\](?:CJSImport|JSX|ReactDisplayName|ReactHotLoader|JestHoist|Flow|OptionalChainingNullish|NumericSeparator|OptionalCatchBinding)Transformer|parser[/\\]plugins[/\\](?:flow|jsx[/\\](?:xhtml|index))|CJSImportProcessor|Options|identifyShadowedGlobals|HelperManager|util[/\\](?:formatTokens|getTSImportedNames|getNonTypeIdentifiers))\.js$/;

/** What is left of them: no options are wrong, no helpers are needed. */
const rest =
  'exports.validateOptions = () => {}; exports.HelperManager = class { emitHelpers() { return ""; } };';

/** A package's description, for a version that nobody asks; and how addresses of sources are put together. */
const described = /node_modules[/\\]esrecurse[/\\]package\.json$/;
const addresses = /node_modules[/\\]@jridgewell[/\\]resolve-uri[/\\]/;
/** A page has no TypeScript to lower a cell with. */
const lowering = /kernel[/\\]compile[/\\]lowerWithTypeScript\.ts$/;
/** Sucrase's parser stands twice in its package, and Node takes the other copy. */
const parser = /^sucrase\/dist\/parser\//;

/** Walks over trees, for a scope analysis that walks by itself and asks it only what kinds of nodes there are. */
const walker = /node_modules[/\\]estraverse[/\\]estraverse\.js$/;

/** Words of errors that nobody meets: arguments of ours are what they must be. */
const words = /node_modules[/\\]@stdlib[/\\]string-format[/\\]lib[/\\]index\.js$/;

/** What every browser has, and what stands in for it where there is none; 6 kB of a worker. */
const standIns =
  /node_modules[/\\]@stdlib[/\\](array-(?:float64|uint32|uint16|uint8)|utils-define-nonenumerable-read-only-property|assert-is-little-endian)[/\\]lib[/\\]index\.js$/;
const native: Readonly<Record<string, string>> = {
  "array-float64": "Float64Array",
  "array-uint32": "Uint32Array",
  "array-uint16": "Uint16Array",
  "array-uint8": "Uint8Array",
  "utils-define-nonenumerable-read-only-property":
    "(object, name, value) => void Object.defineProperty(object, name, { value })",
  "assert-is-little-endian": "new Uint8Array(new Uint16Array([1]).buffer)[0] === 1",
};

/** For esbuild: leaves out of a page's bundle what the compiler brings along and never calls, a fifth of it. */
export const leaveOutForPage: Plugin = {
  name: "leave-out-for-page",
  setup(build) {
    build.onLoad({ filter: unused }, () => ({ contents: rest }));
    build.onLoad({ filter: lowering }, () => ({ contents: "export const lowerWithTypeScript = () => {};" }));
    build.onLoad({ filter: words }, () => ({ contents: "module.exports = (text) => text;" }));
    build.onLoad({ filter: standIns }, ({ path }) => ({
      contents: `module.exports = ${native[standIns.exec(path)?.[1] ?? ""]};`,
    }));
    build.onLoad({ filter: described }, () => ({ contents: "{}", loader: "json" }));
    build.onLoad({ filter: addresses }, () => ({ contents: "module.exports = (source) => source;" }));
    build.onLoad({ filter: walker }, ({ path }) => {
      const { Syntax, VisitorKeys } = createRequire(path)(path) as Record<string, object>;
      return { contents: `module.exports = ${JSON.stringify({ Syntax, VisitorKeys })};` };
    });
    build.onResolve({ filter: parser }, ({ path, ...from }) =>
      build.resolve(path.replace(parser, "sucrase/dist/esm/parser/"), from),
    );
  },
};
