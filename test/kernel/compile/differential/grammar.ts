import type { Rng } from "generation-loss";
import type { Kind, Tree } from "./tree.ts";

/** Draws programs: statements without semicolons, types between them, and every kind of token next. */
export function program(rng: Rng): Tree {
  return new Grammar(rng).program();
}

const mostDepth = 3;

class Grammar {
  readonly #rng: Rng;
  #count = 0;
  #values: string[] = [];
  #variables: string[] = [];
  #functions: string[] = [];
  #classes: string[] = [];

  constructor(rng: Rng) {
    this.#rng = rng;
  }

  program(): Tree {
    const count = 2 + this.#below(6);
    return this.#list(Array.from({ length: count }, () => this.#line(0)));
  }

  // What is drawn from.

  #below(n: number): number {
    return Math.floor(this.#rng.next() * n);
  }

  #pick<T>(...choices: readonly T[]): T {
    return choices[this.#below(choices.length)]!;
  }

  #chance(probability: number): boolean {
    return this.#rng.next() < probability;
  }

  /** A tree of the strings and values of a template. */
  #tree(kind: Kind): (strings: TemplateStringsArray, ...values: (string | Tree)[]) => Tree {
    return (strings, ...values) => ({
      kind,
      parts: strings.flatMap((text, i) => (i < values.length ? [text, values[i]!] : [text])),
    });
  }

  #list(parts: readonly (string | Tree)[]): Tree {
    return { kind: "list", parts };
  }

  #fresh(letter: string): string {
    this.#count += 1;
    return `${letter}${this.#count}`;
  }

  #line(depth: number): Tree {
    const end = this.#pick("\n", "\n", "\n", "\n", "\n\n", " // x\n", "\n/* x */ ", ";\n", "; ");
    const statement = this.#chance(0.35) ? this.#erased(depth) : this.#statement(depth);
    return { kind: "statement", parts: [statement, end] };
  }

  /** Statements in a block of their own: names of the block are not known after it. */
  #block(depth: number): Tree {
    const kept = [this.#values, this.#variables, this.#functions, this.#classes].map((names) => [...names]);
    const lines = Array.from({ length: 1 + this.#below(3) }, () => this.#line(depth + 1));
    [this.#values, this.#variables, this.#functions, this.#classes] = kept as [
      string[],
      string[],
      string[],
      string[],
    ];
    return this.#tree("statement")`{\n${this.#list(lines)}}`;
  }

  /** What leaves nothing behind. */
  #erased(depth: number): Tree {
    const s = this.#tree("statement");
    const name = this.#fresh("T");
    const everywhere = [
      () => s`type ${name} = ${this.#type(0)}`,
      () => s`type ${name}<U> = ${this.#type(0)}`,
      () => s`interface ${name} { a: ${this.#type(1)}; (x: number): void\n b?: ${this.#type(1)} }`,
      () => s`interface ${name}<U> extends Array<U> {\n [key: string]: any\n}`,
      () => s`declare const ${name}: ${this.#type(0)}`,
      () => s`declare let ${name}: ${this.#type(0)}, also${name}`,
      () => s`declare function ${name}(x: ${this.#type(1)}): ${this.#type(0)}`,
      () => s`declare class ${name} { m(): ${this.#type(1)}\n readonly x: number }`,
      () => s`declare abstract class ${name} { abstract m(): void }`,
      () => s`declare enum ${name} { A, B = 2 }`,
    ];
    if (depth > 0) return this.#pick(...everywhere)();
    return this.#pick(
      ...everywhere,
      () => s`export type ${name} = ${this.#type(0)}`,
      () => s`export interface ${name} { a: ${this.#type(1)} }`,
      () => s`export declare const ${name}: ${this.#type(0)}`,
      () => s`import type ${name} from "m"`,
      () => s`import type { A as ${name} } from "m"`,
      () => s`export type { A as ${name} } from "m"`,
      () => s`export type * from "m"`,
      () => s`declare global { var ${name}: number }`,
      () => s`declare module "m" { const ${name}: number }`,
    )();
  }

  #statement(depth: number): Tree {
    const s = this.#tree("statement");
    const choices: (() => Tree)[] = [
      () => this.#declaration(),
      () => this.#declaration(),
      () => this.#functionDeclaration(depth),
      () => this.#classDeclaration(),
      () => s`${this.#opening()}`,
      () => s`${this.#opening()}`,
      () => s`${this.#opening()}`,
      () => s`${this.#operand(0)}`,
      () => s`${this.#operand(0)} as ${this.#type(0)}`,
      () => s`${this.#operand(0)} satisfies ${this.#type(0)}`,
      () => s`log(${this.#expression(0)})`,
      () => this.#assignment(),
    ];
    if (depth === 0) choices.push(() => this.#enumDeclaration());
    if (depth < 2) {
      choices.push(
        () => this.#block(depth),
        () => s`if (${this.#expression(1)}) ${this.#block(depth)}`,
        () => s`if (${this.#expression(1)}) log(${this.#expression(1)})\nelse ${this.#block(depth)}`,
        () => s`for (const ${this.#fresh("i")} of <any>[${this.#operand(1)}]) ${this.#block(depth)}`,
        () => s`try ${this.#block(depth)} catch (e: unknown) { log(e) }`,
        () => s`try { throw ${this.#expression(1)} } catch (e) { log(e as ${this.#type(1)}) }`,
        () => s`do ${this.#block(depth)} while (false as boolean)`,
        () =>
          s`switch (${this.#operand(1)} as any) { case 1 as number: log(1)\n default: log(${this.#operand(1)} as any)\n }`,
        () => s`label: ${this.#block(depth)}`,
      );
    }
    return this.#pick(...choices)();
  }

  #declaration(): Tree {
    const s = this.#tree("statement");
    const value = this.#expression(0);
    const name = this.#fresh("v");
    const made = this.#pick(
      () => s`const ${name} = ${value}`,
      () => s`const ${name}: ${this.#type(0)} = ${value}`,
      () => s`let ${name} = ${value}`,
      () => s`let ${name}: ${this.#type(0)} = ${value}`,
      () => s`let ${name}: ${this.#type(0)}`,
      () => s`let ${name}!: ${this.#type(0)}`,
      () => s`var ${name} = ${value}`,
      () => s`var ${name}: ${this.#type(0)}`,
      () => s`const { a: ${name} }: any = <any>{ a: ${value} }`,
      () => s`const [${name}]: any = [${value}]`,
      () => s`const [${name} = ${this.#expression(1)}] = [] as any`,
    )();
    this.#values.push(name);
    if (!String(made.parts[0]).startsWith("const")) this.#variables.push(name);
    return made;
  }

  #assignment(): Tree {
    const s = this.#tree("statement");
    const name = this.#pick(...this.#variables);
    if (name === undefined) return this.#declaration();
    return this.#pick(
      () => s`${name} = ${this.#expression(0)}`,
      () => s`${name} ||= ${this.#expression(0)}`,
      () => s`${name}! = ${this.#expression(0)}`,
      () => s`(${name} as any) = ${this.#expression(0)}`,
      () => s`[${name}] = [${this.#expression(1)}]`,
      () => s`({ a: ${name} } = <any>{ a: ${this.#expression(1)} })`,
    )();
  }

  /** An expression that begins with a token that could go on with the line before. */
  #opening(): Tree {
    const s = this.#tree("statement");
    const some = (): Tree => this.#operand(1);
    return this.#pick(
      () => s`(${some()})`,
      () => s`;(${some()})`,
      () => s`[${some()}].length`,
      () => s`;[${some()}].map(log)`,
      () => s`\`t\${${some()}}\``,
      () => s`/x/g.test("x")`,
      () => s`+${some()}`,
      () => s`-${some()}`,
      () => s`!${some()}`,
      () => s`~(${some()})`,
      () => s`<any>${some()}`,
      () => s`<any>{ a: ${some()} }`,
      () => s`typeof ${some()}`,
      () => s`void ${some()}`,
      () => s`new Array<${this.#type(1)}>(1)`,
      () => s`"text"`,
      () => s`'use strict'`,
      () => s`1_000`,
      () => s`async () => 1 as any`,
      () => s`await ${some()}`,
      () => (this.#variables.length > 0 ? s`++${this.#pick(...this.#variables)}` : s`(1)`),
      () => (this.#variables.length > 0 ? s`--${this.#pick(...this.#variables)}` : s`[1]`),
      () => s`(function () { log(${some()}) })()`,
      () => s`(() => { log(${some()}) })()`,
      () => s`class {}`,
      () => s`in1`,
      () => s`asserts`,
      () => s`type`,
      () => s`as`,
    )();
  }

  #functionDeclaration(depth: number): Tree {
    const s = this.#tree("statement");
    const name = this.#fresh("f");
    const type = this.#type(1);
    const kept = [this.#values, this.#variables].map((names) => [...names]);
    this.#values.push("x");
    const body = this.#body(depth);
    [this.#values, this.#variables] = kept as [string[], string[]];
    const made = this.#pick(
      () => s`function ${name}(x: ${type}) ${body}`,
      () => s`function ${name}<U>(this: any, x: ${type}, y?: U): ${type} ${body}`,
      () => s`function ${name}(x: ${type}): void\nfunction ${name}(x: any) ${body}`,
      () => s`const ${name} = (x: ${type}): ${type} => ${body}`,
      () => s`const ${name} = <U,>(x: ${type}) => ${this.#operand(1)}`,
      () => s`const ${name} = (x = ${this.#operand(1)} as ${type}) => <any>{ x }`,
      () => s`const ${name} = function <U>(x: ${type}) ${body}`,
    )();
    this.#functions.push(name);
    return made;
  }

  #body(depth: number): Tree {
    const s = this.#tree("statement");
    const lines = this.#list(Array.from({ length: this.#below(2) }, () => this.#line(depth + 1)));
    return this.#pick(
      () => s`{\n${lines}return ${this.#expression(1)} }`,
      () => s`{\n${lines}return <any>\n${this.#operand(1)} }`,
      () => s`{\n${lines}return ${this.#operand(1)} as ${this.#type(1)}\n}`,
      () => s`{\n${lines}return\n(${this.#expression(1)}) }`,
      () => s`{\n${lines}}`,
    )();
  }

  #classDeclaration(): Tree {
    const s = this.#tree("statement");
    const name = this.#fresh("K");
    const members = this.#list(Array.from({ length: 1 + this.#below(5) }, () => this.#member()));
    const base = this.#classes.length > 0 && this.#chance(0.3) ? this.#pick(...this.#classes) : undefined;
    const made = this.#pick(
      () => s`class ${name} {\n${members}}`,
      () => s`class ${name}<U> implements Object {\n${members}}`,
      () => s`abstract class ${name} {\n${members}abstract z: number\n abstract m(): void }`,
      () =>
        s`class ${name} {\n constructor(private p = 1, public readonly q: any = 2) { log(p) }\n${members}}`,
      () =>
        s`class ${name} extends ${base ?? "Object"} {\n constructor(readonly r = 3) { super() }\n${members}}`,
      () => s`const ${name} = class {\n${members}}`,
    )();
    if (!String(made.parts[0]).startsWith("abstract")) this.#classes.push(name);
    return made;
  }

  #member(): Tree {
    const s = this.#tree("statement");
    const key = this.#pick(this.#fresh("m"), `["${this.#fresh("m")}"]`, `"${this.#fresh("m")}"`);
    const modifier = this.#pick(
      "",
      "",
      "public ",
      "private ",
      "static ",
      "readonly ",
      "private static readonly ",
    );
    const access = this.#pick("", "public ", "protected ", "static ");
    const value = this.#operand(2);
    const end = this.#pick("\n", "\n", "\n", ";\n", ";");
    const member = this.#pick(
      () => s`${modifier}${key} = ${value}`,
      () => s`${modifier}${key}: ${this.#type(1)} = ${value} as any`,
      () => s`${modifier}${key}: ${this.#type(1)}`,
      () => s`${modifier}${key}?: ${this.#type(1)}`,
      () => s`declare ${key}: ${this.#type(1)}`,
      () => s`static declare readonly ${key}: ${this.#type(1)}`,
      () => s`${access}${key}(x: ${this.#type(1)}) { return ${value} }`,
      () => s`${access}${key}(x: number): void\n ${access}${key}(x: any) { }`,
      () => s`${access}*${key}() { yield ${value} as any }`,
      () => s`${access}get ${key}(): ${this.#type(1)} { return ${value} }`,
      () => s`${access}async ${key}(): Promise<${this.#type(1)}> { }`,
      () => s`[index: string]: any`,
      () => s`get: ${this.#type(1)}`,
      () => s`static: ${this.#type(1)}`,
      () => s`static { log(${value}) }`,
      () => s`#${this.#fresh("p")}: ${this.#type(1)} = ${value}`,
    )();
    return { kind: "statement", parts: [member, end] };
  }

  #enumDeclaration(): Tree {
    const s = this.#tree("statement");
    const name = this.#fresh("E");
    const kind = this.#pick("enum", "const enum", "export enum");
    this.#values.push(name);
    return this.#pick(
      () => s`${kind} ${name} { A, B, C = 5, D }`,
      () => s`${kind} ${name} { A = 1 << 2, B, "c-d" = -1, E = A | B }`,
      () => s`${kind} ${name} { A = "a", B = 'b' }`,
      () => s`${kind} ${name} { A = "a" + "b", B = \`t\`, C = A }`,
      () => s`${kind} ${name} { A = ${this.#pick('"x".length', "2 ** 3", "~1", "NaN")}, B = 7 }`,
    )();
  }

  #plain(): Tree {
    const e = this.#tree("expression");
    return this.#pick(
      () => e`${this.#pick("0", "1", "2.5", '"s"', "true", "null", "undefined", "10n", "/r/")}`,
      () => e`${this.#values.length > 0 ? this.#pick(...this.#values) : "3"}`,
      () => e`${this.#values.length > 0 ? this.#pick(...this.#values) : "String"}`,
      () => e`String`,
    )();
  }

  /** What may stand beside an operator, and begin a statement. */
  #operand(depth: number): Tree {
    const e = this.#tree("expression");
    if (depth >= mostDepth) return this.#plain();
    const inner = (): Tree => this.#expression(depth + 1);
    const operand = (): Tree => this.#operand(depth + 1);
    const type = (): Tree => this.#type(depth);
    const gap = this.#pick(" ", " ", "\n");
    const functions = this.#functions.length > 0 ? this.#functions : ["log"];
    const classes = this.#classes.length > 0 ? this.#classes : ["Array"];
    return this.#pick(
      () => this.#plain(),
      () => this.#plain(),
      () => e`(${inner()})`,
      () => e`(${operand()} as ${type()})`,
      () => e`(<${type()}>${operand()})`,
      () => e`<any>${gap}${operand()}`,
      () => e`<any>{ a: ${inner()} }`,
      () => e`(${inner()})!`,
      () => e`log(${inner()})`,
      () => e`log<${type()}>(${inner()})`,
      () => e`${this.#pick(...functions)}(${operand()} as any)`,
      () => e`new ${this.#pick(...classes)}()`,
      () => e`new (<any>${this.#pick(...classes)})`,
      () => e`[${inner()}, ${inner()}]`,
      () => e`({ a: ${inner()} }).a`,
      () => e`({ a: ${inner()}, b: <any>{ c: 1 } })`,
      () => e`\`t\${${inner()}}\``,
      () => e`typeof<any>${operand()}`,
      () => e`void<any>0`,
      () => e`!<any>${operand()}`,
      () => e`(${inner()} as any)?.a!.b`,
      () => e`String<${type()}>`,
    )();
  }

  #expression(depth: number): Tree {
    const e = this.#tree("expression");
    const inner = (): Tree => this.#expression(depth + 1);
    const operand = (): Tree => this.#operand(depth + 1);
    const type = (): Tree => this.#type(depth);
    const gap = this.#pick(" ", " ", "\n");
    if (depth >= mostDepth || this.#chance(0.3)) return this.#operand(depth);
    return this.#pick(
      () => e`${operand()} as ${type()}`,
      () => e`${operand()} as ${type()}`,
      () => e`${operand()} satisfies ${type()}`,
      () => e`${operand()} as const`,
      () => e`(x: ${type()}) => ${inner()}`,
      () => e`(x?: ${type()}): ${type()} => <any>{ x }`,
      () => e`async <U>(x: U) => x`,
      () => e`function (this: any, x: ${type()}) { return <any>${operand()} }`,
      () => e`class { constructor(public x = ${inner()}) {} }`,
      () => e`(${operand()} ? ${operand()} as ${type()} : ${inner()})`,
      () => e`${operand()} as any${gap}+ ${operand()}`,
      () => e`${operand()} as any === ${operand()}`,
      () => e`(${operand()} ?? ${operand()} as any)`,
    )();
  }

  #type(depth: number): Tree {
    const t = this.#tree("type");
    const plain = [
      () =>
        t`${this.#pick("number", "string", "any", "unknown", "void", "never", "object", "symbol", "null")}`,
      () => t`${this.#pick('"lit"', "5", "-1", "true", "10n")}`,
      () => t`Foo`,
      () => t`Foo.Bar`,
    ];
    if (depth >= 2) return this.#pick(...plain)();
    const inner = (): Tree => this.#type(depth + 1);
    const gap = this.#pick(" ", "\n");
    return this.#pick(
      ...plain,
      ...plain,
      () => t`${inner()}[]`,
      () => t`Array<${inner()}>`,
      () => t`${inner()} |${gap}${inner()}`,
      () => t`${inner()}${gap}& ${inner()}`,
      () => t`{ a: ${inner()}; b?: ${inner()} }`,
      () => t`[${inner()}, ...${inner()}[]]`,
      () => t`((x: ${inner()}) => ${inner()})`,
      () => t`(new () => ${inner()})`,
      () => t`typeof String`,
      () => t`keyof ${inner()}`,
      () => t`{ [K in keyof ${inner()}]?: ${inner()} }`,
      () => t`(${inner()} extends ${inner()} ? ${inner()} : ${inner()})`,
      () => t`\`a\${string}\``,
      () => t`readonly ${inner()}[]`,
      () => t`import("m").X`,
      () => t`unique symbol`,
    )();
  }
}
