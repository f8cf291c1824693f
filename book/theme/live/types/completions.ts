import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import type { Asked } from "./asked.ts";
import { factsCard } from "./factsCard.ts";

/** The editor's icons know fewer kinds than TypeScript. */
const kinds: Readonly<Record<string, string>> = {
  ...{
    function: "function",
    "local function": "function",
    method: "method",
    class: "class",
    interface: "interface",
  },
  ...{
    type: "type",
    enum: "enum",
    "enum member": "constant",
    keyword: "keyword",
    property: "property",
    getter: "property",
  },
  ...{ const: "constant", let: "variable", var: "variable", "local var": "variable", parameter: "variable" },
  ...{ module: "namespace", "external module name": "namespace", string: "text", alias: "variable" },
};

/** Names that fit where somebody types, with their types. */
export const completions = (ask: Asked): ReturnType<typeof autocompletion> =>
  autocompletion({ override: [(context) => found(context, ask)], icons: true });

async function found(context: CompletionContext, ask: Asked): Promise<CompletionResult | null> {
  const { state, pos, explicit } = context;
  const source = state.doc.toString();
  const isBegun = /(?:[\p{ID_Continue}$]|\.|(?:from|import) ["'][^"'\n]*)$/u.test(
    source.slice(Math.max(0, pos - 200), pos),
  );
  // A number has no names, but for the point that ends it.
  if (
    !explicit &&
    (!isBegun || /(?:^|[^\p{ID_Continue}$.])\d[\d_.]*$/u.test(source.slice(Math.max(0, pos - 40), pos)))
  )
    return null;
  const { start, end, entries } = await ask(source, { about: "names", at: pos }).catch(() => ({
    start: pos,
    end: pos,
    entries: [],
  }));
  if (context.aborted || entries.length === 0) return null;
  const options = entries.map(
    ({ name, kind }, rank): Completion => ({
      label: name,
      type: kinds[kind] ?? "text",
      boost: Math.max(-99, 99 - rank), // TypeScript's own order
      info: async () => {
        const facts = await ask(source, { about: "name", at: pos, name }).catch(() => undefined);
        return facts ? factsCard(facts, true) : null;
      },
    }),
  );
  return { from: start, to: end, options, validFor: /^[\p{ID_Continue}$]*$/u };
}
