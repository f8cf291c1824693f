import { type EditorState, type Extension, Prec, StateEffect, StateField } from "@codemirror/state";
import { type EditorView, hoverTooltip, keymap, showTooltip, type Tooltip } from "@codemirror/view";
import type { Asked } from "./asked.ts";
import { factsCard } from "./factsCard.ts";

const shown = StateEffect.define<Tooltip | null>();

/** The card that the key has opened: gone as soon as anything else is done. */
const card = StateField.define<Tooltip | null>({
  create: () => null,
  update(now, transaction) {
    for (const effect of transaction.effects) if (effect.is(shown)) return effect.value;
    return transaction.docChanged || transaction.selection ? null : now;
  },
  provide: (field) => showTooltip.from(field),
});

const wordAt = (state: EditorState, at: number): { readonly from: number; readonly to: number } =>
  state.wordAt(at) ?? { from: at, to: at };

async function cardAt(state: EditorState, at: number, ask: Asked): Promise<Tooltip | null> {
  const facts = await ask(state.doc.toString(), { about: "place", at }).catch(() => undefined);
  if (!facts) return null;
  const { from, to } = wordAt(state, at);
  return { pos: from, end: to, above: true, create: () => ({ dom: factsCard(facts) }) };
}

/** Type and documentation of what the pointer rests on, or of what the cursor stands on: by F1, and Escape closes it. */
export function placeFacts(ask: Asked): Extension {
  const open = (view: EditorView): boolean => {
    const { state } = view;
    void cardAt(state, state.selection.main.head, ask).then((tooltip) => {
      if (view.state.doc === state.doc) view.dispatch({ effects: shown.of(tooltip) });
    });
    return true;
  };
  const close = (view: EditorView): boolean => {
    if (view.state.field(card) === null) return false;
    view.dispatch({ effects: shown.of(null) });
    return true;
  };
  return [
    card,
    hoverTooltip((view, at) => cardAt(view.state, at, ask)),
    Prec.high(
      keymap.of([
        { key: "F1", run: open },
        { key: "Escape", run: close },
      ]),
    ),
  ];
}
