/** Points as a person writes them: at most two decimals, without noughts at the end. */
export const pointsText = (points: number): string => String(Math.round(points * 100) / 100);
