/** A leading heading or bold opening, cut from the text of a marked block. */
export interface Opening {
  readonly heading: string | undefined;
  readonly rest: string;
}

/** A first heading of the text, of any level, apart from what follows it. */
export function cutHeading(source: string): Opening {
  const found = /^\s*#{1,6}\s+(.+?)\s*#*\s*(?:\n|$)/.exec(source);
  return found
    ? { heading: found[1], rest: source.slice(found[0].length) }
    : { heading: undefined, rest: source };
}

/** A first bold phrase such as `**Before you look.**`, apart from what follows it. */
export function cutBold(source: string): Opening {
  const found = /^\s*\*\*(.+?)\*\*[.:]?\s*/.exec(source);
  const heading = found?.[1]?.replace(/[.:]$/, "");
  return found && heading
    ? { heading, rest: source.slice(found[0].length) }
    : { heading: undefined, rest: source };
}
