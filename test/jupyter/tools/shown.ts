import type { Content } from "../../../kernel/jupyter/shared/message.ts";
import type { Exchange } from "./peer.ts";

/** Types of the messages of an exchange, in order. */
export const typesOf = ({ published }: Exchange): string[] => published.map(({ header }) => header.msg_type);

/** Contents of the messages of one type. */
export const contentsOf = ({ published }: Exchange, type: string): Content[] =>
  published.filter(({ header }) => header.msg_type === type).map(({ content }) => content);

/** Contents of the messages of one type, also of those that came after idle, as a timer's do. */
export const alsoLate = ({ published, late }: Exchange, type: string): Content[] =>
  [...published, ...late].filter(({ header }) => header.msg_type === type).map(({ content }) => content);

/** What was written to a stream. */
export const streamOf = (exchange: Exchange, name: "stdout" | "stderr" = "stdout"): string =>
  contentsOf(exchange, "stream")
    .filter((content) => content.name === name)
    .map(({ text }) => text)
    .join("");

/** The cell's result as text; undefined if it has none. */
export function resultOf(exchange: Exchange): string | undefined {
  const data = contentsOf(exchange, "execute_result")[0]?.data as Record<string, string> | undefined;
  return data?.["text/plain"];
}

/** The cell's error as "Name: message"; undefined if it has none. */
export function errorOf(exchange: Exchange): string | undefined {
  const error = contentsOf(exchange, "error")[0];
  return error && `${error.ename}: ${error.evalue}`;
}

/** A MIME bundle, or another object of a message's content; {} if there is none. */
export const partOf = (content: Content | undefined, key: string): Content =>
  (content?.[key] ?? {}) as Content;
