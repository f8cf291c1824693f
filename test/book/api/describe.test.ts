// What the reference says of a declaration, read from its text.
import assert from "node:assert/strict";
import { test } from "node:test";
import typescript from "typescript";
import { declarations } from "../../../book/api/declarations.ts";
import { describe } from "../../../book/api/describe.ts";
import type { LibraryExport } from "../../../book/api/library.ts";
import { createSyntax } from "../../../book/api/syntax.ts";

const syntax = createSyntax(typescript);

/** The entry of `it` in a file, beside which others may stand. */
function entryOf(text: string, others: Readonly<Record<string, string>> = {}): Omit<LibraryExport, "module"> {
  const files = new Map(Object.entries({ "lib/it.ts": text, ...others }));
  const all = new Map(declarations(typescript, files, "lib/it.ts").map((each) => [each.name, each]));
  const it = all.get("it");
  assert.ok(it);
  return describe(syntax, it, all);
}
const paramsOf = (text: string): string[] =>
  entryOf(text).params.map((part) => `${part.name}: ${part.type} ${part.text}`.trim());

for (const [what, text, signature, kind, returns] of [
  [
    "a function",
    "export function it(a: number): string { return '' }",
    "function it(a: number): string",
    "value",
    "string",
  ],
  [
    "an async generator",
    "export async function* it<T>(): AsyncGenerator<T> {}",
    "async function* it<T>(): AsyncGenerator<T>",
    "value",
    "AsyncGenerator<T>",
  ],
  [
    "an arrow",
    "export const it = (a: number, ...b: string[]): void => {}",
    "function it(a: number, ...b: string[]): void",
    "value",
    "void",
  ],
  [
    "a function's value",
    "export const it = async function (a?: number): Promise<void> {}",
    "async function it(a?: number): Promise<void>",
    "value",
    "Promise<void>",
  ],
  [
    "an overload, without its implementation",
    "export function it(a: number): number;\nexport function it(a: string): string;\nexport function it(a: unknown): unknown { return a }",
    "function it(a: number): number\nfunction it(a: string): string",
    "value",
    "string",
  ],
  ["a constant", "export const it: readonly number[] = [1]", "const it: readonly number[]", "value", ""],
  ["a constant without a type", "export const it = 5", "const it = 5", "value", ""],
  ["a type", 'export type it = "a" | "b";', 'type it = "a" | "b"', "type", ""],
  [
    "an interface",
    "export interface it<T> extends B<T> { a: T }",
    "interface it<T> extends B<T> { a: T }",
    "type",
    "",
  ],
  [
    "a listed interface",
    "export interface it<T> {\n  /** Of it. */\n  a: T }",
    "interface it<T>",
    "type",
    "",
  ],
  ["a listed type", "export type it = {\n  /** Of it. */\n  a: number }", "type it", "type", ""],
  ["a class", "export class it extends B<{ a: 1 }> { a = 1 }", "class it extends B<", "value", ""],
] as const)
  test(`describe() gives ${what} its head`, () => {
    const entry = entryOf(text);
    if (what === "a class") assert.ok(entry.signature.startsWith(signature));
    else assert.equal(entry.signature, signature);
    assert.deepEqual([entry.kind, entry.returns], [kind, returns]);
  });

test("describe() takes the header of the first overload that has one", () => {
  const text =
    "export function it(a: number): void;\n/** Words. */\nexport function it(a: string): void;\nexport function it(): void {}";
  assert.equal(entryOf(text).doc.text, "Words.");
});

const header = (...params: readonly string[]): string =>
  `/**\n * It.\n${params.map((each) => ` * @param ${each}\n`).join("")} */\n`;

test("describeParameters() explains options where they stand: the object taken apart, else the last parameter", () => {
  const explained = header("a first", "options.size how many", "options.deep.er inside");
  const type = "{ size: number; deep: { er: string } }";
  const parts = ["a: boolean first", "options.size: number how many", "options.deep.er: string inside"];
  assert.deepEqual(paramsOf(`${explained}export function it(a: boolean, o: ${type}): void {}`), parts);
  assert.deepEqual(paramsOf(`${explained}export function it(a: boolean, { size }: ${type}): void {}`), parts);
  assert.deepEqual(paramsOf(`${explained}export function it({ size }: ${type}, a: boolean): void {}`), parts);
  assert.deepEqual(paramsOf(`${explained}export function it(options: ${type}, a: boolean): void {}`), parts);
});

test("describeParameters() goes through names, intersections, unions, parents and utility types", () => {
  const own =
    "interface Base { base: 1 }\ninterface Own extends Base { own: 2 }\ntype Other = { other: 3 };\n";
  for (const type of [
    "Own & Other",
    "(Own) & Readonly<Other>",
    "Partial<Own> | Required<Other>",
    "Omit<Own & Other, 'x'>",
  ])
    assert.deepEqual(
      paramsOf(
        `${own}${header("o.base b", "o.own c", "o.other d", "o.none e")}export function it(o: ${type}): void {}`,
      ),
      ["o.base: 1 b", "o.own: 2 c", "o.other: 3 d", "o.none:  e"],
      type,
    );
});

test("describeParameters() gives defaults, says a whole once, adds what the header leaves out, and names what is stale", () => {
  const text = `${header("b second", "o all of it", "o.x one")}export function it(a: string, b: number = 1 + 1, o: { x: 5 } = { x: 5 }): void {}`;
  assert.deepEqual(paramsOf(text), ["b: number = 1 + 1 second", "o:  all of it", "o.x: 5 one", "a: string"]);
  assert.deepEqual(entryOf(text).stale, []);
  assert.deepEqual(entryOf(`${header("a first", "b second")}export function it(a: string): void {}`).stale, [
    "b",
  ]);
});

test("describeMembers() lists what a reader can use, under the comment of the type or of the value", () => {
  const members = (text: string): string[] =>
    entryOf(text).members.map(({ name, type, text: words }) => `${name}: ${type} ${words}`.trim());
  assert.deepEqual(
    members(
      "export class it {\n /** A. */\n a?: number;\n #own = 1;\n [Symbol.iterator]() {}\n /** New. */\n constructor(a: number) {}\n}",
    ),
    ["a?: number A.", "new (a: number):  New."],
  );
  assert.deepEqual(
    members("export interface it {\n /** M. */\n m?<T>(a: T): T;\n (b: 1): 2;\n [key: string]: 3 }"),
    ["m?<T>(a: T): T M.", "(b: 1): 2:", "[key: string]: 3:"],
  );
  assert.deepEqual(members("export const it: { a: 1; b: 2 } = {\n /** Of a. */\n a: 1, b: 2 };"), [
    "a: 1 Of a.",
    "b: 2",
  ]);
});

test("a registry lists what runs of the module that it is; it stands in the room of that module", () => {
  const files = new Map(
    Object.entries({
      "lib/index.ts": '/** All. */\nexport * as all from "./a/index.ts";\nexport { one } from "./a/one.ts";',
      "lib/a/index.ts": 'export * from "./one.ts";\nexport { two as three } from "./two.ts";',
      "lib/a/one.ts": "export interface One {}\nexport const one: One = {};",
      "lib/a/two.ts": "export type Two = 2;\nexport function two(): void {}",
    }),
  );
  const found = new Map(declarations(typescript, files, "lib/index.ts").map((each) => [each.name, each]));
  const { name, file, signature, lists, doc, kind } = describe(
    createSyntax(typescript),
    found.get("all")!,
    found,
  );
  assert.deepEqual(
    [name, file, signature, lists, doc.text, kind],
    ["all", "lib/a/index.ts", "const all", ["one", "three"], "All.", "value"],
  );
  assert.deepEqual([...found.keys()].sort(), ["all", "one"]);
  assert.deepEqual(describe(createSyntax(typescript), found.get("one")!, found).lists, []);
});

test("declarations() follows exports to where they stand, under the names they are given", () => {
  const files = new Map(
    Object.entries({
      "lib/it.ts":
        'export * from "./a.ts";\nexport { b as c, type D } from "./b.ts";\nexport * from "outside";\nconst own = 1;\nconst hidden = 2;\nexport { own as shown };\n',
      "lib/a.ts": 'export const a = 1, also = 2;\nconst no = 3;\nexport * from "./it.ts";',
      "lib/b.ts":
        "export function b(): void;\nexport function b(): void {}\nexport interface D {}\nexport enum E {}",
    }),
  );
  const found = declarations(typescript, files, "lib/it.ts").map(
    ({ name, own, file, nodes }) => `${name} ${own} ${file} ${nodes.length}`,
  );
  assert.deepEqual(found, [
    "a a lib/a.ts 1",
    "also also lib/a.ts 1",
    "c b lib/b.ts 2",
    "D D lib/b.ts 1",
    "shown own lib/it.ts 1",
  ]);
});
