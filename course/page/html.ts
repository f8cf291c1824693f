import { html as escaping, raw } from "hono/html";

/** Markup that is safe to stand in a page. */
export interface Html {
  readonly isEscaped: true;
  toString(): string;
}

/**
 * Markup with values in it, each escaped unless it is markup itself: what a student wrote can be no element.
 *
 * @param values texts, numbers, markup, lists of these; nothing is written for undefined, null, false
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  // Of these values none is a promise, so the result is none.
  return escaping(strings, ...values) as unknown as Html;
}

type Value = string | number | Html | undefined | null | false | readonly Value[];

/** Takes text for markup. Only for what a renderer of ours made. */
export const markup = (text: string): Html => raw(text) as unknown as Html;
