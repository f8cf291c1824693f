const bound = new WeakMap<object, Map<string, Method>>();
const owners = new WeakMap<Method, object>();

type Method = (...args: readonly unknown[]) => unknown;

/** Symbols whose methods are carried, by the name of their entry. */
export const wellKnown: Readonly<Record<string, symbol>> = {
  "@@iterator": Symbol.iterator,
  "@@asyncIterator": Symbol.asyncIterator,
};

/** The methods of a class and of those that it extends, bound to the instance, and those of its well-known symbols. */
export function methodsOf(instance: object): [string, unknown][] {
  let known = bound.get(instance);
  if (known) return [...known];
  if (isPlain(instance) && !symbols.some((symbol) => symbol in instance)) return [];
  known = new Map();
  const add = (key: string, method: Method): void => {
    const own = method.bind(instance) as Method;
    known?.set(key, own);
    owners.set(own, instance);
  };
  for (const above of prototypesOf(instance))
    for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(above)))
      if (
        typeof value === "function" &&
        key !== "constructor" &&
        !known.has(key) &&
        !Object.hasOwn(instance, key)
      )
        add(key, value);
  for (const [key, symbol] of Object.entries(wellKnown)) {
    const method = (instance as Record<symbol, unknown>)[symbol];
    if (typeof method === "function") add(key, method as Method);
  }
  bound.set(instance, known);
  return [...known];
}

/** What the getters of its classes say now; one that throws is left out. */
export function gettersOf(instance: object): [string, unknown][] {
  const found = new Map<string, unknown>();
  for (const above of prototypesOf(instance))
    for (const [key, { get }] of Object.entries(Object.getOwnPropertyDescriptors(above))) {
      if (!get || key === "constructor" || found.has(key) || Object.hasOwn(instance, key)) continue;
      try {
        found.set(key, get.call(instance));
      } catch {
        // whoever reads it here finds nothing
      }
    }
  return [...found];
}

const symbols = Object.values(wellKnown);

/** Of no class: most of what is carried. */
function isPlain(object: object): boolean {
  const above = Object.getPrototypeOf(object) as object | null;
  return above === null || Object.getPrototypeOf(above) === null;
}

/** Whose method it is, if `methodsOf` has bound it: a call may have changed what that instance holds. */
export const ownerOf = (method: unknown): object | undefined => owners.get(method as Method);

/** From its class up to the one below `Object`. */
function* prototypesOf(instance: object): Generator<object> {
  let above = Object.getPrototypeOf(instance) as object | null;
  while (above !== null && Object.getPrototypeOf(above) !== null) {
    yield above;
    above = Object.getPrototypeOf(above) as object | null;
  }
}
