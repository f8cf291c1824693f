// Every public value has a header with an @example, and every example gives what it says.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import * as tf from "@tensorflow/tfjs-core";
import { transformSync } from "esbuild";
import * as frames from "generation-loss/frames";
import * as svg from "generation-loss/svg";
import * as sweeps from "generation-loss/sweep";
import * as tensor from "generation-loss/tensor";
import * as main from "../../lib/index.ts";

const lib: Record<string, unknown> = {
  ...main,
  ...frames,
  ...svg,
  ...sweeps,
  ...tensor,
  ...(await loaders()),
};
/** What examples may name: the library, and TensorFlow.js as its users import it. */
const scope = { ...lib, tf };

const root = fileURLToPath(new URL("../../", import.meta.url));

/** What the data sets export. */
async function loaders(): Promise<Record<string, unknown>> {
  const { exports } = JSON.parse(readFileSync(new URL("../../data/package.json", import.meta.url), "utf8"));
  const names = Object.keys(exports).filter((path) => !path.endsWith(".json"));
  const modules = names.map((path) => import(`generation-loss-data/${path.slice(2)}`));
  return Object.assign({}, ...(await Promise.all(modules)));
}

/** Registries and error classes: shown by what they hold or by who throws them, not by an example of their own. */
const withoutExample = new Set([
  "distributions",
  "laws",
  "metrics",
  "models",
  "networks",
  "regimes",
  "ClaimError",
  "CheckError",
]);
const functionsWithout = { throws: new Set(["standardNormal", "replace", "accumulate", "fixedShare"]) };

interface Header {
  file: string;
  name: string;
  isFunction: boolean;
  text: string;
}

/** The comment above each exported value of lib that the index offers and of each loader of data, or above what else `kind` says. */
function headers(kind = /(async )?(function)\*? |const |class |\* as /): Header[] {
  const under = (folder: string) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file));
  const files = [
    ...under("lib").filter(
      (file) =>
        /^lib\/(?!node_modules|require|numerics|show|.*\/parts\/).*\.ts$/.test(file) &&
        !file.endsWith("index.ts"),
    ),
    ...under("data").filter((file) => file.endsWith("load.ts")),
  ];
  const indexes = ["lib/index.ts", "lib/tensor/index.ts"];
  return [...files, ...indexes].flatMap((file) => {
    const source = readFileSync(`${root}${file}`, "utf8");
    const comment = String.raw`(?<comment>/\*\*(?:(?!\*/)[\s\S])*\*/\n)?`;
    const exported = new RegExp(String.raw`${comment}export (?<kind>${kind.source})(?<name>\w+)`, "g");
    return Array.from(
      source.matchAll(exported),
      ({ groups: { comment = "", kind = "", name = "" } = {} }) => ({
        file,
        name,
        isFunction: kind.includes("function"),
        text: comment.replace(/^\/\*\*|\*\/\s*$/g, "").replace(/^\s*\* ?/gm, ""),
      }),
    );
  });
}

/** `code // => value` pairs: on one line, or code on several lines with the value after the last. */
function examples(text: string): { code: string; value: string }[] {
  const blocks = text.split(/^@example ?/m).slice(1);
  return blocks.map((block) => {
    const [code = "", value = ""] = block.split(/^@/m)[0]!.split("// =>");
    return { code: code.trim(), value: value.trim() };
  });
}

const AsyncFunction = (async () => {}).constructor as new (
  ...args: string[]
) => (...args: unknown[]) => Promise<unknown>;

function run(code: string): Promise<unknown> {
  const { code: plain } = transformSync(code, { loader: "ts" });
  const lines = plain.trim().replace(/;$/, "");
  const start = lastStatement(lines);
  const body = `${lines.slice(0, start)}\nreturn (${lines.slice(start)});`;
  return new AsyncFunction(...Object.keys(scope), body)(...Object.values(scope));
}

/** Where the last statement begins: after the last line that ends one. */
function lastStatement(code: string): number {
  return code.lastIndexOf(";\n") + 1;
}

/** A value as examples write it: double quotes, no length of typed arrays, no space inside brackets. */
function show(value: unknown): string {
  const text = inspect(value, { breakLength: Infinity, depth: 6 });
  return text
    .replace(/"[^"]*"|'([^']*)'/g, (quoted, inner?: string) => (inner === undefined ? quoted : `"${inner}"`))
    .replace(/(Array)\(\d+\) /g, "$1 ")
    .replaceAll("[ ", "[")
    .replaceAll(" ]", "]");
}

const found = headers().filter(({ name }) => name in lib);

test("every public value was found in the sources", () => {
  const names = new Set(found.map(({ name }) => name));
  assert.deepEqual(
    Object.keys(lib).filter((name) => !names.has(name)),
    [],
  );
});

/** Types that show in an example how to make one: what they say is run as well. */
const typesShown = headers(/interface |type /).filter(({ text }) => /^@example/m.test(text));

test("a type that one makes oneself shows how", () => {
  const names = typesShown.map(({ name }) => name);
  for (const name of ["Regime"]) assert.ok(names.includes(name), `${name} has no @example`);
});

for (const { name, text } of typesShown) testExamples(name, text);

for (const { file, name, isFunction, text } of found) {
  test(`${file}: ${name} has a header that is complete`, () => {
    assert.ok(text.trim().length > 20, `${name} has no header`);
    if (!withoutExample.has(name)) assert.match(text, /^@example/m, `${name} has no @example`);
    if (!isFunction) return;
    assert.match(text, /^@returns /m, `${name}: no @returns`);
    assert.match(text, /^@see /m, `${name}: no @see`);
    const throwing = /\bthrow new|require[A-Z]\w+\(/.test(readFileSync(`${root}${file}`, "utf8"));
    if (throwing && !functionsWithout.throws.has(name))
      assert.match(text, /^@throws /m, `${name}: no @throws`);
  });
  testExamples(name, text);
}

function testExamples(name: string, text: string): void {
  for (const { code, value } of examples(text)) {
    test(`${name}: ${code.replaceAll(/\s+/g, " ")} // => ${value}`, async () => {
      assert.notEqual(value, "", "an example says what it gives");
      assert.equal(show(await run(code)), value);
    });
  }
}
