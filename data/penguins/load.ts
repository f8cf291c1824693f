/** One bird as it was written down: lengths in mm, mass in g; null where nothing was. */
export interface Penguin {
  readonly species: "Adelie" | "Chinstrap" | "Gentoo";
  readonly island: "Biscoe" | "Dream" | "Torgersen";
  readonly billLength: number | null;
  readonly billDepth: number | null;
  readonly flipperLength: number | null;
  readonly bodyMass: number | null;
  /** Unknown for ten birds; one more carries a full stop where its sex should be. Left in: cleaning is an exercise. */
  readonly sex: "FEMALE" | "MALE" | "." | null;
}

/**
 * Loads the Palmer penguins (CC0): 344 birds, 152 Adelie, 68 Chinstrap, 124 Gentoo, in the order of the source and
 * with its gaps. Two birds have no measurement at all. Every call gives the same frozen rows.
 *
 * @returns one row per bird; lengths in mm, mass in g
 * @see Gorman, Williams, Fraser (2014), PLoS ONE 9(3):e90081, doi:10.1371/journal.pone.0090081
 * @example
 * const masses = (await penguins()).flatMap(({ bodyMass }) => bodyMass ?? []);
 * [masses.length, mean(masses).toFixed(0)] // => [342, "4202"]
 */
export async function penguins(): Promise<readonly Penguin[]> {
  const { default: rows } = await import("./penguins.json", { with: { type: "json" } });
  loaded ??= Object.freeze(rows.map(clearNames));
  return loaded;
}

let loaded: readonly Penguin[] | undefined;

type Row = typeof import("./penguins.json")[number];

function clearNames(row: Row): Penguin {
  return Object.freeze({
    species: row.Species as Penguin["species"],
    island: row.Island as Penguin["island"],
    billLength: row["Beak Length (mm)"],
    billDepth: row["Beak Depth (mm)"],
    flipperLength: row["Flipper Length (mm)"],
    bodyMass: row["Body Mass (g)"],
    sex: row.Sex as Penguin["sex"],
  });
}
