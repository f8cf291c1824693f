import { capitalised } from "../../show/capitalised.ts";
import { spokenNumber } from "../../show/spokenNumber.ts";
import type { Bar } from "../bars.ts";

/** What {@link Bar}s show: where the number is highest and where lowest, and how many share these places. */
export function barsSentence(bars: readonly Bar[], x: string): string {
  const values = bars.map(({ value }) => value);
  const [most, least] = [Math.max(...values), Math.min(...values)];
  const at = (wanted: number): string => {
    const those = bars.filter(({ value }) => value === wanted);
    const [{ label } = { label: "" }] = those;
    const number = spokenNumber(wanted);
    return those.length === 1
      ? `“${label}” (${number})`
      : `${those.length} of ${bars.length} (${number} each)`;
  };
  if (bars.length === 1) return capitalised(`${x}: ${spokenNumber(most)} for “${bars[0]!.label}”.`);
  if (most === least) return capitalised(`${x}: ${spokenNumber(most)} for each of ${bars.length}.`);
  return capitalised(`${x}: highest for ${at(most)}, lowest for ${at(least)}.`);
}
