"""Reference values for test/lib/random: distribution functions and probabilities from SciPy and mpmath. Prints JSON;
see README.md beside this file."""

import json
import sys

import mpmath
import numpy
import scipy
from scipy import stats

mpmath.mp.dps = 50

LEVELS = [0.0001, 0.01] + [i / 20 for i in range(1, 20)] + [0.99, 0.9999]


def continuous():
    """Where the distribution function reaches each level, and what it is there."""
    cases = [("gamma", {"shape": s}, stats.gamma(s, scale=2.5)) for s in (0.1, 0.5, 0.99, 1, 1.5, 50, 1e6)]
    cases += [("chiSquared", {"degreesOfFreedom": v}, stats.chi2(v)) for v in (1, 2.5, 99)]
    rows = []
    for kind, parameters, law in cases:
        x = [float(law.ppf(level)) for level in LEVELS]
        rows.append({"kind": kind, **parameters, "scale": 2.5, "x": x, "cdf": [float(law.cdf(v)) for v in x], "mean": float(law.mean()), "variance": float(law.var())})
    return rows


def cells(law, low, high):
    """Integer cell ends at the levels, and the probability of each cell: (-inf, e0], (e0, e1], ..., (last, inf)."""
    ends = sorted({int(law.ppf(level)) for level in LEVELS})
    ends = [e for e in ends if low <= e < high]
    cdf = [float(law.cdf(e)) for e in ends]
    upper = [float(law.sf(e)) for e in ends]
    p = [cdf[0]] + [b - a if b < 0.5 else upper[i] - upper[i + 1] for i, (a, b) in enumerate(zip(cdf, cdf[1:]))] + [upper[-1]]
    return {"ends": ends, "p": p}


def discrete():
    rows = []
    for mean in (0.02, 0.5, 9.9, 10.1, 29.9, 30.1, 200, 1e4, 1e9):
        law = stats.poisson(mean)
        rows.append({"kind": "poisson", "mean": mean, "expected": mean, "variance": mean, **cells(law, 0, numpy.inf)})
    for trials, p in [(1, 0.3), (10, 0.02), (10, 0.5), (10, 0.97), (75, 0.5), (60, 0.5), (1000, 0.03), (1000, 0.04), (1000, 0.96), (1000, 0.5), (1_000_000, 1e-6), (1_000_000, 0.3), (1_000_000, 0.99999), (1_000_000, 0.9999)]:
        law = stats.binom(trials, p)
        rows.append({"kind": "binomial", "trials": trials, "p0": p, "expected": float(law.mean()), "variance": float(law.var()), **cells(law, 0, trials)})
    for exponent, types in [(1.1, 50), (0.5, 8)]:
        law = stats.zipfian(exponent, types)
        p = [float(law.pmf(r)) for r in range(1, types + 1)]
        rows.append({"kind": "zipf", "exponent": exponent, "types": types, "expected": float(law.mean()) - 1, "variance": float(law.var()), "ends": list(range(types - 1)), "p": p})
    return rows


def point_probabilities():
    """Logarithms of single probabilities, with 50 digits, for the exact form that the rejection samplers use."""

    def poisson(k, mean):
        return k * mpmath.log(mean) - mean - mpmath.loggamma(k + 1)

    def binomial(k, n, p):
        p = mpmath.mpf(p)  # the double itself
        choose = mpmath.loggamma(n + 1) - mpmath.loggamma(k + 1) - mpmath.loggamma(n - k + 1)
        return choose + k * mpmath.log(p) + (n - k) * mpmath.log(1 - p)

    means = [(0, 10), (1, 10), (7, 10.5), (40, 33), (90, 50), (1000, 1100), (10_300, 10_000), (10**15 + 10**8, 10**15)]
    trials = [(0, 40, 0.4), (40, 40, 0.4), (3, 40, 0.4), (20, 50, 0.3), (520, 1000, 0.5), (300_500, 1_000_000, 0.3), (10**15, 2**52, 0.25)]
    return {
        "poisson": [{"k": k, "mean": m, "value": float(poisson(k, mpmath.mpf(m)))} for k, m in means],
        "binomial": [{"k": k, "n": n, "p": p, "value": float(binomial(k, n, p))} for k, n, p in trials],
    }


print(
    json.dumps(
        {
            "made with": {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__, "mpmath": mpmath.__version__},
            "chiSquaredBound": {str(f): float(stats.chi2.ppf(1 - 6.3e-5, f)) for f in range(1, 60)},
            "continuous": continuous(),
            "discrete": discrete(),
            "pointProbabilities": point_probabilities(),
        },
        indent=1,
    )
)
