import type { LanguageClient } from "../language/languageClient.ts";
import type { Content, Message } from "../shared/message.ts";
import type { History } from "./history.ts";
import { kernelInfo } from "./kernelInfo.ts";

/** What answers are made from. */
export interface AnswerSources {
  readonly language: LanguageClient;
  readonly history: History;
  readonly comms: ReadonlyMap<string, string>;
  interrupt(): Promise<void>;
}

type Answer = (content: Content, sources: AnswerSources) => Content | Promise<Content>;

/** The requests that need no cell, and how each is answered. */
const answers: Readonly<Record<string, Answer>> = {
  kernel_info_request: () => kernelInfo(),
  connect_request: () => ({ status: "ok" }),
  is_complete_request: async ({ code }) => {
    const { isComplete } = await import("./isComplete.ts"); // the compiler is not loaded before it is needed
    return { ...isComplete(String(code ?? "")) };
  },
  history_request: (content, { history }) => ({ status: "ok", history: history.answer(content) }),
  comm_info_request: ({ target_name: target }, { comms }) => {
    const wanted = [...comms].filter(([, name]) => typeof target !== "string" || name === target);
    return {
      status: "ok",
      comms: Object.fromEntries(wanted.map(([id, name]) => [id, { target_name: name }])),
    };
  },
  complete_request: async (content, { language }) => {
    const at = Number(content.cursor_pos ?? 0);
    const none = { status: "ok", matches: [], cursor_start: at, cursor_end: at, metadata: {} };
    return (await language.ask("complete", content)) ?? none;
  },
  inspect_request: async (content, { language }) =>
    (await language.ask("inspect", content)) ?? { status: "ok", found: false, data: {}, metadata: {} },
  interrupt_request: async (_content, { interrupt }) => {
    await interrupt();
    return { status: "ok" };
  },
  shutdown_request: ({ restart }) => ({ status: "ok", restart: restart === true }),
  debug_request: ({ seq, command }) => ({
    type: "response",
    request_seq: seq ?? 0,
    seq: 0,
    success: false,
    command: command ?? "",
    message: "This kernel has no debugger",
  }),
};

/** Answers a request that needs no cell; an unknown one with an error, which leaves the kernel as it was. */
export async function answer({ header, content }: Message, sources: AnswerSources): Promise<Content> {
  try {
    const make = Object.hasOwn(answers, header.msg_type) ? answers[header.msg_type] : undefined;
    if (!make) throw new Error(`${header.msg_type} is not known to this kernel`);
    return await make(content, sources);
  } catch (error) {
    const { name, message } = error as Error;
    return { status: "error", ename: name, evalue: message, traceback: [`${name}: ${message}`] };
  }
}
