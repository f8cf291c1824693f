const space = "\u00a0";

/** What is no running text: code and drawings break where they like, and in the source of a formula a space is a space. */
const piece =
  /<(script|style|pre|code|svg|math|textarea)\b[\s\S]*?<\/\1>|(?:<(?!(?:script|style|pre|code|svg|math|textarea)\b)[^>]*>)+|<[^>]*>|[^<]+/g;

const digits = /(?<=\d) (?=\d{3}(?!\d))/g;
/** `chapter 7`, `generation 400`: a number that stands alone in the next line is no one's. */
const named =
  /(?<=\b(?:[Cc]hapters?|[Ff]igures?|[Gg]enerations?|[Ee]xercises?|[Rr]ounds?|[Ss]eeds?)) (?=\d)/g;
const percent = /(?<=\d) (?=%)/g;
/** `t = 100`, `κ ≤ 2`: a short name or number, a relation, and what follows it. */
const relation =
  /(?<=(?:^|[\s(“"'‘,;:–]))([\p{L}\p{N}.−²³′*_/|()%]{1,6}) ([=≈≠≤≥∈]|&lt;|&gt;) (?=[\p{L}\p{N}−+.√(∞])/gu;
/** `n → ∞`, `x → 0`; between words an arrow is a key, or leads on. */
const limit = /(?<=(?:^|[\s(“"'‘,;:–]))([\p{L}\p{N}′]{1,2}) → (?=[\p{N}∞−]|\p{L}(?!\p{L}))/gu;
/** `from L =`, at the end of a heading. */
const openRelation = /(?<=(?:^|[\s(]))([\p{L}\p{N}]{1,3}) ([=≈≠≤≥∈→])(?=\s*$)/gu;
/** The same where a tag stands before the relation: `<em>t</em> = 100`. */
const relationAfterTag = /^ ([=≈≠≤≥∈→]|&lt;|&gt;) (?=[\p{L}\p{N}−+.√(∞])/u;
const product = /(?<=\p{N}) ([×±]) (?=[\d.−])/gu;
const spread = /± (?=[\d.])/g;
/** What each of these needs: most texts have none, and are done with. */
const candidate = / [\d%×±=≈≠≤≥∈→&]|± /;

/**
 * A page in which a line never ends within a number or a short formula: spaces in `10 000`, `100 %`, `t = 100`,
 * `± 0.02` and `chapter 7` do not break. Texts are written with plain spaces, as one types them; here alone is it seen to.
 */
export function noBreaks(html: string): string {
  let afterTag = false;
  return html.replace(piece, (found) => {
    if (found.startsWith("<")) {
      afterTag = /<\/(?:em|i|sub|sup|var|span|strong|b|code)>$/.test(found);
      return found;
    }
    if (!candidate.test(found)) return found;
    const joined = found
      .replace(digits, space)
      .replace(percent, space)
      .replace(named, space)
      .replace(product, `${space}$1${space}`)
      .replace(spread, `±${space}`)
      .replace(relation, `$1${space}$2${space}`)
      .replace(limit, `$1${space}→${space}`)
      .replace(openRelation, `$1${space}$2`);
    return afterTag ? joined.replace(relationAfterTag, `${space}$1${space}`) : joined;
  });
}
