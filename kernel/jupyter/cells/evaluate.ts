import type { CellOutput } from "../../session/cellOutput.ts";
import { OutputQueue } from "../../session/outputQueue.ts";
import type { Session } from "../../session/session.ts";
import { exitWord } from "../shared/exitWord.ts";
import type { Content } from "../shared/message.ts";

/** One of a request's `user_expressions`: its value as a MIME bundle, or its error. */
export async function evaluate(session: Session, source: string): Promise<Content> {
  const shown: CellOutput[] = [];
  const outputs = new OutputQueue((output) => shown.push(output));
  const outcome = await session.run({ id: "user expression", source, outputs });
  if (outcome.status === "error") {
    const { ename, evalue, traceback } = outcome.failure.output;
    return { status: "error", ename, evalue, traceback };
  }
  const result = shown.find((output) => output.output_type === "execute_result");
  return { status: "ok", data: result?.data ?? {}, metadata: {} };
}

/** Whether a cell is a wish to leave, and no name of the notebook's own. */
export async function isFarewell(session: Session, source: string): Promise<boolean> {
  const name = exitWord(source);
  if (name === undefined) return false;
  const { data } = await evaluate(session, `typeof ${name} === "undefined"`);
  return (data as Content | undefined)?.["text/plain"] === "true";
}
