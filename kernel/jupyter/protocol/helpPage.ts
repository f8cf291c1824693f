import type { LanguageClient } from "../language/languageClient.ts";
import type { Content } from "../shared/message.ts";

/** The name in a cell that is nothing but `name?`; undefined for any other cell. */
export function helpWord(source: string): string | undefined {
  return /^\s*([\w$.]+)\?{1,2}\s*$/.exec(source)?.[1];
}

/** The reply that shows what is known of a name in the front end's pager. */
export async function helpPage(language: LanguageClient, name: string): Promise<Content> {
  const content = { code: name, cursor_pos: name.length, detail_level: 1 };
  const answer = await language.ask("inspect", content);
  const data = answer?.found === true ? answer.data : { "text/plain": `Nothing is known of ${name}` };
  return { status: "ok", user_expressions: {}, payload: [{ source: "page", data, start: 0 }] };
}
