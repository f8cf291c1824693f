"""Reference values for test/lib, from SciPy, NumPy and mpmath. Prints JSON; see README.md beside this file."""

import json
import math
import sys

import mpmath
import numpy
import scipy
from scipy import stats

mpmath.mp.dps = 40


def gaussian_laws():
    """Every cell of the exact table, with 40 digits, straight from the definitions."""
    rows = []
    for size, t in [(2, 1), (3, 4), (10, 20), (50, 7), (100, 50), (100, 100), (101, 100), (1000, 300), (1_000_000, 10)]:
        m = mpmath.mpf(size)
        c4 = mpmath.sqrt(2 / (m - 1)) * mpmath.gamma(m / 2) / mpmath.gamma((m - 1) / 2)
        for ddof in (0, 1):
            shrink = mpmath.mpf(1) if ddof == 1 else (m - 1) / m
            sd = (mpmath.sqrt(shrink) * c4) ** t
            variance = shrink**t
            drift = t / m if ddof == 1 else 1 - (1 - 1 / m) ** t
            divisor = (m - 1) / 2 if ddof == 1 else m / 2
            rows.append(
                {
                    "size": size,
                    "generation": t,
                    "ddof": ddof,
                    "c4": float(c4),
                    "variance": float(variance),
                    "sd": float(sd),
                    "drift": float(drift),
                    "wasserstein2": float(drift + variance - 2 * sd + 1),
                    "logVariance": float(t * (mpmath.digamma((m - 1) / 2) - mpmath.log(divisor))),
                    "varianceOfLog": float(t * mpmath.psi(1, (m - 1) / 2)),
                }
            )
    return rows


def median_one_generation():
    """Exact medians of sigma^2 after one generation: chi-squared over its divisor."""
    return [
        {"size": m, "ddof": d, "median": float(stats.chi2.median(m - 1) / (m - d))}
        for m in (10, 30, 100, 1000)
        for d in (0, 1)
    ]


def median_many_generations():
    """Medians of a product of t chi-squared variables, by inverting the characteristic function of the log sum."""
    rows = []
    for size, t in [(10, 20), (100, 100)]:
        x = (size - 1) / 2
        from scipy.integrate import quad
        from scipy.optimize import brentq
        from scipy.special import digamma, loggamma, polygamma

        sd = math.sqrt(t * polygamma(1, x))

        def phi(w):  # characteristic function of sum of ln(chi2_{M-1} / (M-1))
            return numpy.exp(t * (loggamma(x + 1j * w) - loggamma(x) - 1j * w * math.log(x)))

        def cdf(y):  # Gil-Pelaez
            integrand = lambda w: (numpy.exp(-1j * w * y) * phi(w)).imag / w
            return 0.5 - quad(integrand, 1e-12, 12 / sd, limit=400, epsabs=1e-12)[0] / math.pi

        centre = t * (digamma(x) - math.log(x))
        rows.append({"size": size, "generation": t, "median": math.exp(brentq(lambda y: cdf(y) - 0.5, centre - sd, centre + sd))})
    return rows


def accumulated():
    def product(m, t):
        return float(mpmath.fprod(1 - 1 / (mpmath.mpf(i) ** 2 * m) for i in range(1, t + 1)))

    rows = [{"size": m, "batches": t, "value": product(m, t)} for m in (2, 10, 100) for t in (1, 5, 60)]
    return rows


def vocabulary():
    q = [mpmath.mpf(0)]
    for _ in range(100):
        q.append(mpmath.exp(q[-1] - 1))
    zipf = [mpmath.mpf(i) ** mpmath.mpf("-1.1") for i in range(1, 501)]
    total = mpmath.fsum(zipf)
    p = [z / total for z in zipf]
    mass = {t: float(mpmath.fsum(x * (1 - mpmath.exp(-2000 * x * (1 - q[t - 1]))) for x in p)) for t in (1, 2, 10)}
    return {
        "q": {t: float(q[t]) for t in (1, 2, 3, 10, 30, 100)},
        "survival": [{"count": c, "generation": t, "value": float(1 - q[t] ** c)} for c in (1, 5, 40) for t in (1, 10, 30)],
        "zipf": {"exponent": 1.1, "types": 500, "size": 2000, "mass": mass},
    }


def samples():
    rng = numpy.random.Generator(numpy.random.PCG64(2026))
    a = [round(float(x), 6) for x in rng.normal(size=17)]
    b = [round(float(x), 6) for x in rng.exponential(size=24)]
    return {
        "a": a,
        "b": b,
        "mean": float(numpy.mean(a)),
        "variance0": float(numpy.var(a, ddof=0)),
        "variance1": float(numpy.var(a, ddof=1)),
        "standardError": float(stats.sem(a)),
        "quantiles": {str(p): float(numpy.quantile(a, p, method="linear")) for p in (0, 0.05, 0.25, 0.5, 0.9, 1)},
        "wasserstein1": float(stats.wasserstein_distance(a, b)),
        "entropyBits": float(stats.entropy([1, 2, 7], base=2)),
        "entropyNats": float(stats.entropy([1, 2, 7])),
    }


def sfc32(text, count):
    """Our generator and its start, written again from the description: sfc32, seeded by a four-lane hash."""
    mask = 0xFFFFFFFF
    lanes = [0x9E3779B9, 0x243F6A88, 0xB7E15162, 0x6A09E667]
    odd = [0x85EBCA6B, 0xC2B2AE35, 0x27D4EB2F, 0x165667B1]
    for char in text:
        for k in range(4):
            mixed = (lanes[k] ^ ord(char)) * odd[k] & mask
            lanes[k] = ((mixed << 13 | mixed >> 19) + lanes[(k + 1) % 4]) & mask
    for r in range(8):
        k = r % 4
        source = lanes[(k + 3) % 4]
        word = lanes[k] ^ source ^ source >> 15
        word = (word ^ word >> 16) * odd[(k + 1) % 4] & mask
        word = (word ^ word >> 13) * odd[(k + 2) % 4] & mask
        lanes[k] = word ^ word >> 16
    a, b, c, counter = lanes
    out = []
    for _ in range(20 + count):
        word = (a + b + counter) & mask
        counter = (counter + 1) & mask
        a = b ^ b >> 9
        b = (c + (c << 3)) & mask
        c = ((c << 21 | c >> 11) + word) & mask
        out.append(word)
    return out[20:]


print(
    json.dumps(
        {
            "made with": {
                "python": sys.version.split()[0],
                "numpy": numpy.__version__,
                "scipy": scipy.__version__,
                "mpmath": mpmath.__version__,
            },
            "gaussianLaws": gaussian_laws(),
            "medianOneGeneration": median_one_generation(),
            "medianManyGenerations": median_many_generations(),
            "accumulated": accumulated(),
            "vocabulary": vocabulary(),
            "samples": samples(),
            "streams": {
                "seeded(7)": sfc32("[7]", 6),
                "seeded(7).split('a').split(3)": sfc32('[7,"a",3]', 6),
            },
        },
        indent=1,
    )
)
