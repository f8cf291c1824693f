/** The worker that knows the types of a page's cells. It runs none of them. */
import { CellLanguage } from "../check/cellLanguage.ts";
import { pageDiagnostics } from "./pageDiagnostics.ts";
import { tablePlace } from "./tablePlace.ts";
import type { FromTypes, ToTypes, TypeAnswers, TypesOpening } from "./typeMessages.ts";
import type { TypesPack } from "./typesTable.ts";

const worker = globalThis as typeof globalThis & {
  onmessage: ((event: MessageEvent) => void) | null;
};
const post = (message: FromTypes): void => (worker.postMessage as (message: FromTypes) => void)(message);

worker.onmessage = ({ data }: MessageEvent<TypesOpening>) => {
  const { table, packs, texts = loaded(packs) } = data;
  const read = texts.map((pack) => JSON.parse(pack) as TypesPack);
  const language = new CellLanguage(tablePlace(table, read));
  const answer = ({ above, source, question }: ToTypes): TypeAnswers[keyof TypeAnswers] => {
    language.restart(above);
    if (question.about === "mistakes") return pageDiagnostics(language.diagnostics(source), table.held);
    if (question.about === "names") return language.completions(source, question.at);
    if (question.about === "name") return language.completionFacts(source, question.at, question.name);
    return language.inspect(source, question.at);
  };
  worker.onmessage = ({ data }: MessageEvent<ToTypes>) => {
    try {
      post({ ask: data.ask, answer: answer(data) });
    } catch (error) {
      post({ ask: data.ask, why: (error as Error).message });
    }
  };
  post({ ready: true });
};

/** The scripts lie beside the worker's own. */
function loaded(names: readonly string[]): string[] {
  const scope = globalThis as unknown as {
    importScripts(...addresses: readonly string[]): void;
    genlossTexts?: Readonly<Record<string, string>>;
  };
  scope.importScripts(...names);
  return names.map((name) => scope.genlossTexts?.[name] ?? "{}");
}
