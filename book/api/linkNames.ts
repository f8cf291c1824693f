import { escapeHtml } from "../render/escapeHtml.ts";

/** Comments, strings and names of a piece of TypeScript, in order. */
const token =
  /\/\/.*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|[\p{L}_$][\p{L}\d_$]*/gu;

interface Link {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/**
 * Highlighted code in which names lead to what they name. A name after a full stop is somebody's member and one before
 * a colon a key: they lead nowhere, and neither do words in comments and strings. The links are no stops of the Tab key:
 * a chapter has a hundred, and the reference lists all that they lead to.
 *
 * @param html the code, highlighted: its text must be the code's
 * @param hrefOf address of a name; undefined for all others
 */
export function linkNames(html: string, code: string, hrefOf: (name: string) => string | undefined): string {
  const links = [...code.matchAll(token)].flatMap(({ 0: name, index: start }): Link[] => {
    if (!/^[\p{L}_$]/u.test(name)) return [];
    const end = start + name.length;
    const isMember = /(?:^|[^.])\.\s*$/.test(code.slice(0, start));
    const isKey = /^\??:/.test(code.slice(end)) && /[{,(;]\s*(?:readonly )?$/.test(code.slice(0, start));
    const href = isMember || isKey ? undefined : hrefOf(name);
    return href ? [{ start, end, href }] : [];
  });
  return links.length === 0 ? html : inserted(html, links);
}

/** Puts links around stretches of the text of some HTML. One that a tag cuts through is left out. */
function inserted(html: string, links: readonly Link[]): string {
  const pending = [...links];
  let at = 0;
  return html.replace(/<[^>]*>|[^<]+/g, (piece) => {
    if (piece.startsWith("<")) return piece;
    const text = piece.replace(/&(amp|lt|gt|quot);/g, (_, name: keyof typeof characters) => characters[name]);
    const end = at + text.length;
    let out = "";
    let from = at;
    while (pending[0] && pending[0].start < end) {
      const link = pending.shift()!;
      if (link.start < at || link.end > end) continue;
      const before = text.slice(from - at, link.start - at);
      const name = text.slice(link.start - at, link.end - at);
      out += `${escapeHtml(before)}<a href="${link.href}" tabindex="-1">${escapeHtml(name)}</a>`;
      from = link.end;
    }
    out += escapeHtml(text.slice(from - at));
    at = end;
    return out;
  });
}

const characters = { amp: "&", lt: "<", gt: ">", quot: '"' } as const;
