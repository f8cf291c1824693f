"""Reference values for the special functions under the laws, with 50 digits from mpmath. Prints JSON; see README.md
beside this file."""

import json
import sys

import mpmath

mpmath.mp.dps = 50

POSITIVE = [1e-300, 1e-10, 1e-3, 0.1, 0.25, 0.4999, 0.5, 0.75, 0.9, 0.999, 1 - 1e-9, 1, 1 + 1e-9, 1.001, 1.25]
POSITIVE += [1.4616, 1.5, 1.75, 1.999, 2, 2.001, 2.4999, 2.5, 3, 4.5, 7.3, 9.99, 11.999, 12, 12.5, 15, 19.5, 19.999, 20]
POSITIVE += [20.5, 33, 49.5, 99.5, 100, 499.5, 1e3, 4999.5, 12345.678, 1e6, 1e9, 1e12]
REAL = [-30, -6, -5.5, -2, -1, -0.5, -0.1, -1e-10, 0, 1e-300, 1e-10, 1e-3, 0.1, 0.3, 0.4999, 0.5, 0.7, 1, 1.3, 2, 2.5, 3]
REAL += [4, 5, 5.9, 6, 6.2, 6.28, 6.29, 7, 8.1, 9, 10, 12.3, 15, 18, 20, 22.2, 25, 26, 26.5]


def values(function, points):
    return [{"x": x, "value": float(function(mpmath.mpf(x)))} for x in points]


print(
    json.dumps(
        {
            "made with": {"python": sys.version.split()[0], "mpmath": mpmath.__version__},
            "logGamma": values(mpmath.loggamma, POSITIVE),
            "digamma": values(mpmath.digamma, POSITIVE),
            "trigamma": values(lambda x: mpmath.psi(1, x), [x for x in POSITIVE if x > 1e-100]),
            "tetragamma": values(lambda x: mpmath.psi(2, x), [x for x in POSITIVE if x > 1e-100]),
            "digammaMinusLog": values(lambda x: mpmath.digamma(x) - mpmath.log(x), POSITIVE),
            "logHalfStepRatio": values(lambda x: mpmath.loggamma(x + mpmath.mpf(1) / 2) - mpmath.loggamma(x) - mpmath.log(x) / 2, POSITIVE),
            "complementaryErrorFunction": values(mpmath.erfc, REAL),
        },
        indent=1,
    )
)
