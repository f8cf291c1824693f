"""Reference values of metrics on two inputs that are almost the same, where a difference of large terms would leave nothing
but rounding: each from its definition in 60 digits, on the doubles that a test gives. Prints JSON; see README.md.

A row is {"metric", "args", "value", "within"}.
"""

import json
import sys

import mpmath
from mpmath import mpf

mpmath.mp.dps = 60
rows = []


def row(metric, args, value, within=1e-9):
    rows.append({"metric": metric, "args": args, "value": float(value), "within": within})


def shares(weights):
    return [mpf(w) / mpmath.fsum(weights) for w in weights]


def kl(p, q):
    return mpmath.fsum(x * mpmath.log(x / y) for x, y in zip(p, q) if x > 0)


def shannon(p, q):
    middle = [(x + y) / 2 for x, y in zip(p, q)]
    return (kl(p, middle) + kl(q, middle)) / 2


# The doubles below differ by exact powers of two, so that they, and their sums, are what they seem.
for d in (2.0**-10, 2.0**-26, 2.0**-27, 2.0**-30, 2.0**-40):
    for a, b in [([0.5, 0.5], [0.5 + d, 0.5 - d]), ([0.25, 0.75, 0], [0.25 - d, 0.75 + d, 0])]:
        p, q = shares(a), shares(b)
        row("klDivergence", [a, b, {"base": 2}], kl(p, q) / mpmath.log(2))
        for root in (True, False):
            value = shannon(p, q) / mpmath.log(2)
            row("jensenShannon", [a, b, {"base": 2, "root": root}], mpmath.sqrt(value) if root else value)
        row("hellinger", [a, b], mpmath.sqrt(mpmath.fsum((mpmath.sqrt(x) - mpmath.sqrt(y)) ** 2 for x, y in zip(p, q)) / 2))
        row("totalVariation", [a, b], mpmath.fsum(abs(x - y) for x, y in zip(p, q)) / 2)
    for (m, s), (n, t) in [((0, 1), (0, 1 + d)), ((0, 1), (d, 1)), ((0, 1 + d), (d, 1)), ((3, 0.25), (3, 0.25 + d))]:
        a, b = {"mean": m, "sd": s}, {"mean": n, "sd": t}
        m, n, s, t = mpf(m), mpf(n), mpf(s), mpf(t)
        row("klGaussian", [a, b, {"base": 2}], (mpmath.log(t / s) + (s * s + (m - n) ** 2) / (2 * t * t) - mpf(1) / 2) / mpmath.log(2))
        row("gaussianWasserstein2", [a, b], (m - n) ** 2 + (s - t) ** 2)
        for scale in (0.5, 4):
            k = lambda gap, v: scale / mpmath.sqrt(scale**2 + v) * mpmath.exp(-(gap**2) / (2 * (scale**2 + v)))
            row("gaussianMmd2", [a, b, {"lengthScale": scale}], k(0, 2 * s * s) + k(0, 2 * t * t) - 2 * k(m - n, s * s + t * t))
# and far from each other, on both sides of where a formula changes
for s, t in [(1, 1.2), (1, 1.25), (1.25, 1), (1, 3), (1e-3, 1), (1, 1e-3)]:
    a, b = {"mean": 0.5, "sd": s}, {"mean": -1, "sd": t}
    x, y = mpf(s), mpf(t)
    row("klGaussian", [a, b, {"base": 10}], (mpmath.log(y / x) + (x * x + mpf("2.25")) / (2 * y * y) - mpf(1) / 2) / mpmath.log(10), 1e-13)
    for scale in (0.125, 1, 10):
        k = lambda gap, v: scale / mpmath.sqrt(scale**2 + v) * mpmath.exp(-(gap**2) / (2 * (scale**2 + v)))
        row("gaussianMmd2", [a, b, {"lengthScale": scale}], k(0, 2 * x * x) + k(0, 2 * y * y) - 2 * k(mpf("1.5"), x * x + y * y), 1e-12)

print(json.dumps({"made with": {"python": sys.version.split()[0], "mpmath": mpmath.__version__}, "rows": rows}, indent=1))
