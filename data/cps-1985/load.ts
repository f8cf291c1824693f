/** One worker of May 1985. */
export interface Worker {
  /** Dollars per hour, of 1985. */
  readonly wage: number;
  /** Years of schooling. */
  readonly education: number;
  /** Years in the labour market: age − education − 6, a guess and not an answer. */
  readonly experience: number;
  readonly age: number;
  readonly gender: "female" | "male";
  readonly race: "hispanic" | "other" | "white";
  readonly occupation: "clerical" | "management" | "other" | "professional" | "sales" | "service";
  readonly sector: "construction" | "manufacturing" | "other";
  readonly south: boolean;
  readonly union: boolean;
  readonly married: boolean;
}

/**
 * Loads the sample of 534 workers from the Current Population Survey of May 1985 (public domain). The source has
 * `union` and `married` the wrong way round; here they are right: 96 union members, 350 married (see the README).
 * Every call gives the same frozen rows.
 *
 * @returns one row per worker; wages in dollars of 1985 per hour
 * @see Berndt (1991), The Practice of Econometrics — chapter 15
 * @example (await cps1985()).filter(({ gender }) => gender === "female").length // => 245
 */
export async function cps1985(): Promise<readonly Worker[]> {
  const { default: rows } = await import("./cps-1985.json", { with: { type: "json" } });
  loaded ??= Object.freeze(rows.map(setRight));
  return loaded;
}

let loaded: readonly Worker[] | undefined;

type Row = typeof import("./cps-1985.json")[number];

function setRight(row: Row): Worker {
  const { wage, education, experience, age } = row;
  return Object.freeze({
    ...{ wage, education, experience, age },
    gender: row.gender as Worker["gender"],
    race: row.race as Worker["race"],
    occupation: row.occupation as Worker["occupation"],
    sector: row.sector as Worker["sector"],
    south: row.south === 1,
    union: row.union === 0,
    married: row.married === 0,
  });
}
