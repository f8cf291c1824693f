import { readFile } from "node:fs/promises";
import { join } from "node:path";
import katex from "katex";
import { parse } from "yaml";
import { Refusal } from "../kernel/refusal.ts";
import type { Cache } from "./cache.ts";
import { codeHash } from "./codeHash.ts";
import { signsOf } from "./render/signsOf.ts";

/** A word of the field, explained once for the whole book. */
export interface Term {
  /** As the glossary lists it. */
  readonly term: string;
  /** The address of its explanation: `term-…`. */
  readonly id: string;
  /** All forms in which a text may use it, itself among them. */
  readonly forms: readonly string[];
  /** A sentence or two of markdown. */
  readonly means: string;
  /** Numbers of the chapters in which the word is meant so, where it is an everyday word too; undefined: in all. */
  readonly chapters: readonly number[] | undefined;
}

/** A letter of the formulas, with what it stands for. */
export interface Sign {
  /** In TeX. */
  readonly sign: string;
  /** As {@link signsOf} names it. */
  readonly key: string;
  readonly means: string;
  /** Numbers of the chapters in which it means this; undefined: in all that use it. */
  readonly chapters: readonly number[] | undefined;
}

/** What the words and letters of the book mean. */
export interface Glossary {
  /** Its file, relative to the project: what messages name. */
  readonly path: string;
  readonly terms: readonly Term[];
  readonly signs: readonly Sign[];
}

type Yaml = Record<string, unknown>;

/**
 * Reads the glossary that `book.yml` names.
 *
 * @throws {Refusal} (exit code 2) if it is missing, a key is of the wrong kind, a term stands twice, or a sign has two
 *   meanings in one chapter
 */
export async function readGlossary(root: string, file: string, cache: Cache): Promise<Glossary> {
  const path = `book/${file}`;
  const refuse = (reason: string): never => {
    throw new Refusal(`Cannot read ${path}: ${reason}`, 2);
  };
  const text = await readFile(join(root, path), "utf8").catch(() => refuse("the file must exist"));
  return cache.latest("glossary", file, [await codeHash(), text], () => parseGlossary(path, text, refuse));
}

function parseGlossary(path: string, text: string, refuse: (reason: string) => never): Glossary {
  const { terms, signs } = ((): { terms?: unknown; signs?: unknown } => {
    try {
      return parse(text) ?? {};
    } catch (error) {
      return refuse((error as Error).message.split("\n", 1)[0] ?? "it must be YAML");
    }
  })();
  const list = (key: string, value: unknown): Yaml[] =>
    Array.isArray(value) ? value : refuse(`${key} must be a list, got ${JSON.stringify(value)}`);
  const word = (entry: Yaml, key: string): string => {
    const value = entry?.[key];
    if (typeof value === "string" && value.trim() !== "") return value.trim();
    return refuse(`${key} must be a text, got ${JSON.stringify(value)} in ${JSON.stringify(entry)}`);
  };
  const numbers = (entry: Yaml, of: string): number[] | undefined =>
    entry.in === undefined ? undefined : list(`in of ${of}`, entry.in).map(Number);

  const taken = new Set<string>();
  const allTerms = list("terms", terms).map((entry): Term => {
    const term = word(entry, "term");
    const also = entry.also === undefined ? [] : list(`also of "${term}"`, entry.also).map(String);
    const forms = [term, ...also];
    for (const form of forms) {
      if (taken.has(form.toLowerCase())) refuse(`"${form}" must stand once, got it twice`);
      taken.add(form.toLowerCase());
    }
    const id = `term-${(term.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join("-")}`;
    return { term, id, forms, means: word(entry, "means"), chapters: numbers(entry, term) };
  });

  const allSigns = list("signs", signs).map((entry): Sign => {
    const sign = word(entry, "sign");
    const key = signsOf(katex.renderToString(sign, { throwOnError: false }))[0]?.names[0];
    if (key === undefined) return refuse(`a sign must be a letter in TeX, got ${sign}`);
    return { sign, key, means: word(entry, "means"), chapters: numbers(entry, sign) };
  });
  for (const [index, one] of allSigns.entries()) {
    for (const other of allSigns.slice(0, index)) {
      if (one.key !== other.key) continue;
      const both = one.chapters?.filter((number) => other.chapters?.includes(number) ?? true);
      if (both === undefined || !other.chapters)
        refuse(`${one.sign} must have one meaning, got two; say \`in\` which chapters`);
      if (both && both.length > 0)
        refuse(`${one.sign} must have one meaning in chapter ${both.join(", ")}, got two`);
    }
  }
  return { path, terms: allTerms, signs: allSigns };
}
