/** A word, name or number of a text, as a search knows it. */
export interface Word {
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
  /** All of it, in one form: `unigramCounts` is `unigramcounts`, `c₄` and `c_4` are `c4`, `β` is `beta`. */
  readonly whole: string;
  /** What it is made of: `unigram`, `counts`; none if it is one piece. */
  readonly parts: readonly string[];
  readonly isNumber: boolean;
}

const digits =
  "\\d{1,3}(?:(?:[ \\u00a0\\u202f]\\d{3})+|(?:,\\d{3})+)(?![\\d])(?:\\.\\d+)?|\\d[\\d_]*(?:\\.\\d+)*|\\.\\d+";
const number = `(?<![\\p{L}\\d.])(?:${digits})(?:e[+−-]?\\d+)?(?![\\d])`;
// Letters, accents, digits, and digits that are set low; what is raised is a power and stands for itself.
const letter = "[\\p{L}\\p{M}\\p{Nd}\\u2080-\\u2089\\u2090-\\u209c]";
const name = `${letter}+(?:(?:_${letter})${letter}*|(?:[-–’'](?=\\p{L}))${letter}+)*`;
const piece = new RegExp(`(${number})|${name}|[²³¹⁰⁴-⁹]+`, "gu");

const greek: Readonly<Record<string, string>> = {
  ...{
    α: "alpha",
    β: "beta",
    γ: "gamma",
    δ: "delta",
    ε: "epsilon",
    ζ: "zeta",
    η: "eta",
    θ: "theta",
    ι: "iota",
  },
  ...{
    κ: "kappa",
    λ: "lambda",
    μ: "mu",
    ν: "nu",
    ξ: "xi",
    π: "pi",
    ρ: "rho",
    ς: "sigma",
    σ: "sigma",
    τ: "tau",
  },
  ...{ υ: "upsilon", φ: "phi", χ: "chi", ψ: "psi", ω: "omega" },
};

/** Letters without case, accents and heights, Greek ones by name. */
export function folded(text: string): string {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[α-ω]/g, (found) => greek[found] ?? found);
}

/** The words of a text, in their order. */
export function* wordsIn(text: string): Generator<Word> {
  for (const found of text.matchAll(piece)) {
    const [written, isNumber] = found;
    const start = found.index;
    yield { start, end: start + written.length, ...formsOf(written, isNumber !== undefined) };
  }
}

type Forms = Pick<Word, "whole" | "parts" | "isNumber">;
const known = new Map<string, Forms>();

function formsOf(written: string, isNumber: boolean): Forms {
  const forms = known.get(written) ?? (isNumber ? numberForms(written) : nameForms(written));
  known.set(written, forms);
  return forms;
}

function numberForms(written: string): Forms {
  const whole = written
    .replace(/[ \u00a0\u202f,_]/g, "")
    .replace("−", "-")
    .replace(/^\./, "0.");
  return { whole, parts: [], isNumber: true };
}

function nameForms(written: string): Forms {
  const own = written.replace(/['’]s$/i, "");
  const parts = own.split(/[-–_'’]|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u).map(folded);
  // One of two letters that an apostrophe cuts is no name of its own: "don't".
  return {
    whole: parts.join(""),
    parts: parts.length > 1 && !/['’]/.test(own) ? parts : [],
    isNumber: false,
  };
}

/** What stands in every text, and says nothing of it. */
export const commonWords: ReadonlySet<string> = new Set(
  "the of and to is in that for as with by on are be this it from an or at not which a".split(" "),
);

/** What a question is put in. It counts where it stands, and is not asked for. */
export const questionWords: ReadonlySet<string> = new Set(
  "why how what when where who does do did was were will can could should has have had i you we my so if than about".split(
    " ",
  ),
);
