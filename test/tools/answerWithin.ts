import { NoAnswer } from "./noAnswer.ts";

/**
 * Waits for one answer, no longer than a bound.
 *
 * @param giveUp ends the silent program: whatever waits for it must not wait on
 * @throws {NoAnswer} if none came
 */
export async function answerWithin<T>(
  ms: number,
  what: string,
  answer: Promise<T>,
  giveUp: () => void,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoAnswer(`${what}: no answer for ${ms / 1000} s`));
      giveUp();
    }, ms);
  });
  answer.catch(() => {}); // its failure after the bound is the end that it was given
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
