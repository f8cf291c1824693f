/** What comes after the editor: the types of what stands in it. */
import { StateEffect } from "@codemirror/state";
import type { QuestionAbout, TypeAnswers } from "../../../../kernel/page/typeMessages.ts";
import type { ChapterTypes } from "../../../live/chapterTypes.ts";
import { adoptStyle } from "../../client/adoptStyle.ts";
import { textOf } from "../texts.ts";
import { workerAddress } from "../workerAddress.ts";
import type { Asked } from "./asked.ts";
import { completions } from "./completions.ts";
import { mistakes } from "./mistakes.ts";
import { placeFacts } from "./placeFacts.ts";
import { TypeService } from "./typeService.ts";
import style from "./types.css";
import type { TypesProgram } from "./typesProgram.ts";

/** They come with their helpers: a page that nobody edits has no need of them. */
adoptStyle(style);

let service: Promise<TypeService> | undefined;

const program: TypesProgram = {
  async help(view, folder, types, above, notes) {
    service ??= start(folder, types).catch((error: unknown) => {
      service = undefined;
      throw error;
    });
    const ready = await service;
    const asked: Asked = <About extends keyof TypeAnswers>(source: string, question: QuestionAbout<About>) =>
      ready.ask<About>(above(), source, question);
    view.dispatch({
      effects: StateEffect.appendConfig.of([completions(asked), placeFacts(asked), mistakes(asked, notes)]),
    });
  },
};
(globalThis as { genlossTypes?: TypesProgram }).genlossTypes = program;

async function start(folder: string, { worker, packs, table }: ChapterTypes): Promise<TypeService> {
  const isFolder = location.protocol === "file:";
  const texts = isFolder ? await Promise.all(packs.map((name) => textOf(folder + name, name))) : undefined;
  const opening = { table, packs, ...(texts && { texts }) };
  const service = new TypeService(await workerAddress(folder, worker), opening);
  await service.ready;
  return service;
}
