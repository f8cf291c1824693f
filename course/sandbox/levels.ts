import type { Level } from "./sandbox.ts";

/** From the one that holds most: C is B and more, so where both can be had it comes first. */
export const levels: readonly Level[] = ["A", "C", "B", "D", "E"];

/** Whether a level is enough where another one is asked for. */
export const meets = (level: Level, least: Level): boolean => levels.indexOf(level) <= levels.indexOf(least);
