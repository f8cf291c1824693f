import exp from "@stdlib/math-base-special-exp";
import expm1 from "@stdlib/math-base-special-expm1";
import ln from "@stdlib/math-base-special-ln";
import log1p from "@stdlib/math-base-special-log1p";
import log2 from "@stdlib/math-base-special-log2";

type Name = "exp" | "expm1" | "log" | "log1p" | "log2";

/** To the last digit what fdlibm computes, and with it the engine of the Node that builds the book. */
const portable: Readonly<Record<Name, (x: number) => number>> = {
  exp: (x) => (x === 1 ? Math.E : exp(x)), // where fdlibm's last digit is wrong, and V8 puts it right
  expm1,
  log: ln,
  log1p,
  log2,
};

/** Below, `exp` is too small for a number with all its digits, and engines agree on what is left. */
const leastExp = -708;

/**
 * Has the functions of `Math` that models and laws are made of give the digits that the build has, in every engine. The
 * language leaves their last digits open: V8 computed them by fdlibm for years, as SpiderMonkey does, and newer Chromium
 * computes them otherwise (findings/chromium-math-digits.sh). Where the engine's own agree, they stay: they are faster.
 *
 * @param math the realm's `Math`, before any cell has run
 */
export function portableMath(math: Math): void {
  for (const name of Object.keys(portable) as Name[]) {
    const [own, compute] = [math[name], portable[name]];
    if (probes(name).every((x) => Object.is(own(x), compute(x)))) continue;
    const { [name]: made } = {
      [name]: (x: number): number => {
        const value = +x;
        return name === "exp" && value < leastExp ? own(value) : compute(value);
      },
    };
    Object.defineProperty(math, name, { value: made, writable: true, configurable: true });
  }
}

/** So many places where one that computes otherwise is seen to: of the values of a log, say, one in some hundred differs. */
const count = 4096;

/** Places of all sizes, both signs where a function takes them. */
function probes(name: Name): number[] {
  return Array.from({ length: count }, (_, i) => {
    const x = (((i * 0.6180339887498949) % 1) + 2 ** -30) * 10 ** ((i % 5) - 3);
    const isPositive = name === "log" || name === "log2" || name === "log1p";
    return isPositive || i % 2 === 0 ? x : -x;
  });
}
