"""Reference values for intervals from independent runs: Student's quantiles, and the order statistics that hold a median.
Prints JSON; see README.md beside this file.
"""

import json
import sys

import numpy
import scipy
from scipy import stats


def order(n, level):
    """The largest k with 2 P(Bin(n, 1/2) < k) <= 1 - level, and the level it keeps; None if there is none."""
    ks = [k for k in range(1, n // 2 + 1) if 2 * stats.binom.cdf(k - 1, n, 0.5) <= 1 - level]
    if not ks:
        return {"n": n, "level": level, "k": None}
    k = max(ks)
    return {"n": n, "level": level, "k": k, "kept": float(1 - 2 * stats.binom.cdf(k - 1, n, 0.5))}


samples = {
    "normal": stats.norm.ppf((numpy.arange(40) + 0.5) / 40) * 3 + 1,
    "exponential": stats.expon.ppf((numpy.arange(200) + 0.5) / 200),
}
print(
    json.dumps(
        {
            "versions": {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__},
            "student": [
                {"level": level, "degrees": degrees, "t": float(stats.t.ppf((1 + level) / 2, degrees))}
                for level in (0.5, 0.9, 0.95, 0.999)
                for degrees in (1, 2, 3, 4, 29, 30, 119, 1000)
            ],
            "orders": [
                order(n, level)
                for level in (0.5, 0.9, 0.95, 0.99)
                for n in (1, 2, 4, 5, 6, 7, 8, 9, 20, 51, 120, 1000)
            ],
            "means": [
                {
                    "name": name,
                    "data": data.tolist(),
                    "skewness": float(stats.skew(data)),
                    "low": float(stats.t.interval(0.95, len(data) - 1, data.mean(), stats.sem(data))[0]),
                    "high": float(stats.t.interval(0.95, len(data) - 1, data.mean(), stats.sem(data))[1]),
                }
                for name, data in samples.items()
            ],
        },
        indent=1,
    )
)
