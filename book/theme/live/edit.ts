/** What the first Edit of a page loads. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { typescriptLanguage } from "@codemirror/lang-javascript";
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from "@codemirror/language";
import { EditorState } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import * as language from "./codemirror/language.ts";
import * as state from "./codemirror/state.ts";
import * as viewParts from "./codemirror/view.ts";
import type { LiveRuns } from "./liveRuns.ts";
import { loadTypes } from "./loadTypes.ts";

export interface EditProgram {
  open(place: HTMLElement, options: EditorOptions): OpenEditor;
  /** For what comes later and stands on the editor. */
  readonly parts: Readonly<Record<"state" | "view" | "language", object>>;
}

export interface EditorOptions {
  /** The cell, and what runs it. */
  readonly id: string;
  runs(): Promise<LiveRuns>;
  readonly source: string;
  readonly label: string;
  onChange(source: string): void;
  onRun(): void;
  onLeave(): void;
}

export interface OpenEditor {
  set(source: string): void;
  focus(): void;
}

/** In the theme's own colours, which follow light and dark. */
const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: "var(--code-keyword)" },
  { tag: [tags.string, tags.special(tags.string), tags.regexp], color: "var(--code-string)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--code-number)" },
  { tag: [tags.comment], color: "var(--code-comment)" },
  { tag: [tags.typeName, tags.className, tags.namespace], color: "var(--code-type)" },
]);

const program: EditProgram = {
  parts: { state, view: viewParts, language },
  open(place, { id, runs, source, label, onChange, onRun, onLeave }) {
    const run = (): boolean => {
      onRun();
      return true;
    };
    const view = new EditorView({
      parent: place,
      state: EditorState.create({
        doc: source,
        extensions: [
          keymap.of([
            { key: "Mod-Enter", run },
            { key: "Shift-Enter", run },
            {
              key: "Escape",
              run() {
                onLeave();
                return true;
              },
            },
            ...historyKeymap,
            ...defaultKeymap,
            indentWithTab, // Escape leads out
          ]),
          ...[typescriptLanguage, history(), bracketMatching(), indentOnInput()],
          ...[drawSelection(), highlightActiveLine(), syntaxHighlighting(colours)],
          // A long line makes it scroll: what scrolls must be seen to take the keyboard.
          EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    const notes = document.createElement("div");
    notes.className = "live-bar type-notes";
    place.append(notes);
    void loadTypes(view, notes, runs, id);
    return {
      set(text) {
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
      },
      focus: () => view.focus(),
    };
  },
};
(globalThis as { genlossEdit?: EditProgram }).genlossEdit = program;
