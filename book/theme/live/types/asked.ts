import type { QuestionAbout, TypeAnswers } from "../../../../kernel/page/typeMessages.ts";

/** Asks about one cell as it stands in its editor. */
export type Asked = <About extends keyof TypeAnswers>(
  source: string,
  question: QuestionAbout<About>,
) => Promise<TypeAnswers[About]>;
