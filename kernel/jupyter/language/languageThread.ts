/**
 * The thread of the type checker: TypeScript is loaded here, so that neither cells nor the protocol wait.
 * workerData: { directory }.
 */
import { flushCompileCache } from "node:module";
import { parentPort, workerData } from "node:worker_threads";
import { CellLanguage } from "../../check/cellLanguage.ts";
import { diskPlace } from "../../check/diskPlace.ts";
import type { Content } from "../shared/message.ts";
import { toCodePoints, toUtf16 } from "./codePoints.ts";
import { giveBackMemory } from "./giveBackMemory.ts";

export type Question =
  | { readonly id: number; readonly question: "complete" | "inspect"; readonly content: Content }
  | { readonly id: number; readonly question: "diagnose"; readonly content: { readonly code: string } }
  | {
      readonly id?: undefined;
      readonly question: "add" | "addFailed";
      readonly content: { readonly code: string };
    };

const language = new CellLanguage(diskPlace((workerData as { directory: string }).directory));
parentPort?.postMessage({ ready: true });
flushCompileCache(); // as in main.ts: TypeScript, with what of it has run by now
const rest = giveBackMemory();
rest();

parentPort?.on("message", (message: Question) => {
  rest();
  if (message.question === "add" || message.question === "addFailed") {
    language[message.question](message.content.code);
    return;
  }
  const { id, question, content } = message;
  const source = String(content.code ?? "");
  try {
    parentPort?.postMessage({ id, answer: answer(question, source, content) });
  } catch (error) {
    parentPort?.postMessage({ id, answer: undefined, error: String(error) });
  }
});

function answer(question: "complete" | "inspect" | "diagnose", source: string, content: Content): unknown {
  if (question === "diagnose") return language.diagnostics(source);
  const offset = toUtf16(source, Number((content as { cursor_pos?: number }).cursor_pos ?? 0));
  if (question === "complete") {
    const { start, end, entries } = language.completions(source, offset);
    return {
      status: "ok",
      matches: entries.map(({ name }) => name),
      cursor_start: toCodePoints(source, start),
      cursor_end: toCodePoints(source, end),
      metadata: {
        _jupyter_types_experimental: entries.map(({ name, kind }) => ({ text: name, type: kind })),
      },
    };
  }
  const found = language.inspect(source, offset);
  if (!found) return { status: "ok", found: false, data: {}, metadata: {} };
  const { signature, documentation } = found;
  const data = {
    "text/plain": [signature, documentation].filter((part) => part !== "").join("\n\n"),
    "text/markdown": `\`\`\`typescript\n${signature}\n\`\`\`\n\n${documentation}`,
  };
  return { status: "ok", found: true, data, metadata: {} };
}
