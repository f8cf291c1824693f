import type { Content, Message } from "../shared/message.ts";

type Kind = "text" | "number" | "texts";

/** Fields that must be of a kind where they are given; a `!` must be given. */
const fields: Readonly<Record<string, Readonly<Record<string, Kind | `${Kind}!`>>>> = {
  execute_request: { code: "text!", user_expressions: "texts" },
  complete_request: { code: "text!", cursor_pos: "number" },
  inspect_request: { code: "text!", cursor_pos: "number" },
  is_complete_request: { code: "text!" },
  input_reply: { value: "text" },
  comm_open: { comm_id: "text!", target_name: "text!" },
  comm_msg: { comm_id: "text!" },
  comm_close: { comm_id: "text!" },
};

const isKind: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  texts: (value) => typeof value === "object" && Object.values(value as Content).every(isKind.text),
};

/** Why a message's content makes no sense, in one line; undefined if it does. */
export function faultOf({ header, content }: Message): string | undefined {
  const known = Object.hasOwn(fields, header.msg_type) ? fields[header.msg_type] : undefined;
  for (const [name, wanted] of Object.entries(known ?? {})) {
    const value = content[name];
    const isNeeded = wanted.endsWith("!");
    if (value == null && !isNeeded) continue;
    const kind = wanted.replace("!", "") as Kind;
    if (value == null || !isKind[kind](value))
      return `Cannot answer ${header.msg_type}: ${name} must be ${words[kind]}, got ${JSON.stringify(value)?.slice(0, 100)}`;
  }
  return undefined;
}

const words: Readonly<Record<Kind, string>> = {
  text: "a text",
  number: "a number",
  texts: "an object of texts",
};
