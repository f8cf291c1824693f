/** Two lists of first names as English has them. A name may stand in both. */
export interface FirstNames {
  readonly female: readonly string[];
  readonly male: readonly string[];
}

/**
 * Loads 4951 female and 3898 male first names (public domain), in the order of the source, which is nearly that of
 * the alphabet and says nothing of how common a name is. Every call gives the same frozen object.
 *
 * @returns both lists
 * @see Ward (1996), Moby Word II
 * @example (await firstNames()).female.slice(0, 2) // => ["Aaren", "Aarika"]
 */
export async function firstNames(): Promise<FirstNames> {
  const [female, male] = await Promise.all([
    import("./female.json", { with: { type: "json" } }),
    import("./male.json", { with: { type: "json" } }),
  ]);
  loaded ??= Object.freeze({ female: Object.freeze(female.default), male: Object.freeze(male.default) });
  return loaded;
}

let loaded: FirstNames | undefined;
