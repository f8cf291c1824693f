import type { KernelClient } from "../../kernel/jupyter/install/client.ts";
import type { Content } from "../../kernel/jupyter/shared/message.ts";
import type { TslabCell } from "./tslabCells.ts";

/** What a cell showed, in the form that tslabCells.ts expects, and what went wrong. */
export interface Observed {
  readonly text: string;
  readonly displays: readonly (readonly [string, unknown])[];
  readonly errors: string;
}

/** Runs a cell in a kernel. */
export async function observe(kernel: KernelClient, code: string): Promise<Observed> {
  const { published, reply } = await kernel.ask("execute_request", {
    code,
    silent: false,
    store_history: true,
    user_expressions: {},
    allow_stdin: false,
    stop_on_error: false,
  });
  const failed = reply.content.status === "ok" ? "" : `${reply.content.evalue ?? "the cell failed"}\n`;
  return observed(
    published.map(({ header, content }) => ({ output_type: header.msg_type, ...content })),
    failed,
  );
}

/** From messages, or from outputs as notebooks keep them. */
export function observed(outputs: readonly Content[], failed = ""): Observed {
  const seen = { text: "", displays: [] as [string, unknown][], errors: failed };
  for (const { output_type: type, name, text, data } of outputs) {
    if (type === "stream" && name === "stdout") seen.text += joined(text);
    if (type === "stream" && name === "stderr") seen.errors += joined(text);
    if (type === "execute_result") seen.text += `${joined((data as Content)["text/plain"])}\n`;
    if (type === "display_data" || type === "update_display_data")
      seen.displays.push(richest(data as Content));
  }
  return { ...seen, text: seen.text.trimEnd() };
}

/** What the cell must show, in the same form. */
export const expected = ({ text = "", displays = [] }: TslabCell): Observed => ({
  text,
  displays,
  errors: "",
});

const joined = (text: unknown): string => (Array.isArray(text) ? text.join("") : String(text));

function richest(data: Content): [string, unknown] {
  const [mime, content] = Object.entries(data).find(([type]) => type !== "text/plain") ?? [
    "text/plain",
    data["text/plain"],
  ];
  return [mime, Array.isArray(content) ? content.join("") : content];
}
