"""Reference values for the laws at their edges: the first generations (t = 0, 1, 2, 3), the least sizes, and arguments so
large that nothing may loop over them. Each value is a recursion of a line or two, a sum, or a closed form of mpmath's own
special functions in 50 digits; none is the form that the library uses. Prints JSON; see README.md beside this file.

A row is {"law", "args", "value"}; "Infinity" in args is the number. Relative tolerance 1e-12 unless the row says `within`.
"""

import json
import sys

import mpmath
import numpy
import scipy
from mpmath import mpf
from scipy import integrate, optimize, stats

mpmath.mp.dps = 50
INF = "Infinity"
FIRST = (0, 1, 2, 3)
rows = []


def plain(value):
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, (list, tuple)) else float(value)


def row(law, args, value, **more):
    rows.append({"law": law, "args": args, "value": plain(value), **more})


def repeated(start, step, t):
    """x_t of x_{i+1} = step(x_i)."""
    for _ in range(t):
        start = step(start)
    return start


def exact(x):
    return mpf(str(x))


# Gaussian loops: the moments of each refit by themselves
for size, ddof, bias in [(2, 0, 1), (2, 1, 1), (3, 0, 0.5), (3, 1, 0.5), (50, 0, 1)]:
    loop = {"size": size, "ddof": ddof, "bias": bias}
    m, lam = mpf(size), exact(bias)
    half = (m - 1) / 2
    keep = lam * (1 if ddof == 1 else (m - 1) / m)
    c = mpmath.sqrt(2 / (m - 1)) * mpmath.gamma(m / 2) / mpmath.gamma(half)
    log = mpmath.digamma(half) - mpmath.log(half) + mpmath.log(keep)
    for t in FIRST:
        variance, sd, drift = mpf(1), mpf(1), mpf(0)
        for _ in range(t):
            drift += lam * variance / m
            variance *= keep
            sd *= mpmath.sqrt(keep) * c
        row("expectedVariance", [t, loop], variance)
        row("expectedSd", [t, loop], sd)
        row("expectedSquaredDrift", [t, loop], drift)
        row("expectedWasserstein2", [t, loop], drift + variance - 2 * sd + 1)
        row("expectedLogVariance", [t, loop], sum([log] * t, mpf(0)))
        row("varianceOfLogVariance", [t, loop], sum([mpmath.psi(1, half)] * t, mpf(0)))
        row("leadingOrderMedianVariance", [t, loop], mpmath.fprod([lam * mpmath.exp(-(2 - ddof) / (m - 1))] * t))
        row("scheduledMoments", [[size] * t, {"ddof": ddof, "bias": bias}], {"variance": variance, "sd": sd, "squaredDrift": drift, "wasserstein2": drift + variance - 2 * sd + 1}) if t else None
for size in (2, 3, 4):
    row("c4", [size], mpmath.sqrt(mpf(2) / (size - 1)) * mpmath.gamma(mpf(size) / 2) / mpmath.gamma(mpf(size - 1) / 2))
    for t in FIRST:
        row("sdExceedanceBound", [t, {"size": size, "share": 0.9}], min(mpf(1), mpmath.exp(mpf(-t) / (4 * size)) / exact(0.9)))

# Medians: after one refit of a chi-squared law (SciPy), after two by integrating one density against one distribution
for size, ddof in [(2, 1), (3, 1), (4, 0), (5, 1), (10, 1), (100, 0), (10**6, 1)]:
    row("medianVariance", [1, {"size": size, "ddof": ddof}], stats.chi2(size - 1).median() / (size - ddof), within=1e-10)
for size, ddof in [(2, 1), (4, 0), (9, 1)]:
    law, n = stats.chi2(size - 1), size - ddof

    def below(v):
        density = lambda y: law.pdf(numpy.exp(y)) * numpy.exp(y) * law.cdf(v * n * n / numpy.exp(y))
        return sum(integrate.quad(density, a, b, epsabs=1e-13, epsrel=1e-12)[0] for a, b in [(-70, -30), (-30, -10), (-10, 0), (0, 2), (2, 6)])

    row("medianVariance", [2, {"size": size, "ddof": ddof}], optimize.brentq(lambda v: below(v) - 0.5, 1e-4, 1, xtol=1e-14), within=1e-8)
row("medianVariance", [0, {"size": 2, "ddof": 0}], 1)

# Accumulating loops
for size in (2, 3, 50):
    m = mpf(size)
    for t in (*FIRST, 7, 99, 100, 101, 102, 1000):
        product = mpmath.fprod(1 - 1 / (i * i * m) for i in range(1, t + 1))
        row("accumulatedVariance", [t, {"size": size}], product)
        row("accumulatedSquaredDrift", [t, {"size": size}], 1 - product)
        c = mpf(0)
        for k in range(1, t):
            n = k * m
            mix = lambda x: 1 / x + (1 - 1 / x) * c
            c = (c * n * (n - 1) + 2 * n * m * mix(n) + m * (m - 1) * mix(m)) / ((n + m) * (n + m - 1))
        row("subsampledVariance", [t, {"size": size}], (1 - 1 / m) * (1 - c) if t else 1)
T = mpf(10) ** 12
for size in (2, 10**6):
    a, m = 1 / mpmath.sqrt(size), mpf(size)
    gammas = lambda z, *lows: mpmath.exp(sum((mpmath.loggamma(z - x) for x in lows), mpf(0)) - len(lows) * mpmath.loggamma(z))
    mpmath.mp.dps = 80
    product = gammas(T + 1, a, -a) / gammas(mpf(1), a, -a)
    row("accumulatedVariance", [1e12, {"size": size}], product)
    row("accumulatedSquaredDrift", [1e12, {"size": size}], 1 - product)
    root = mpmath.sqrt(12 * m - 3)
    r, s = (1 + root) / (2 * m), (1 - root) / (2 * m)
    lower = lambda z: mpmath.loggamma(z - r) + mpmath.loggamma(z - s) - mpmath.loggamma(z) - mpmath.loggamma(z - 1 / m)
    row("subsampledVariance", [1e12, {"size": size}], (1 - 1 / m) * mpmath.exp(lower(T + 1) - lower(mpf(2))))
    mpmath.mp.dps = 50

# Lines of descent: q_{t+1} = e^(q_t - 1); far out from the series of its reciprocal, started where that is exact
def extinct(t):
    return repeated(mpf(0), lambda q: mpmath.exp(q - 1), t)


for t in (*FIRST, 100, 101, 5000):
    q = extinct(t)
    row("extinctionProbability", [t], q)
    row("survivorsOfDistinct", [1, t], 1 - q)
    row("survival", [3, t], 1 - q**3)
    row("expectedTypesAlive", [[1, 0, 4], t], 2 - q - q**4)
    row("representableMass", [[0.75, 0.25], t + 1, {"size": 1}], sum(x * (1 - mpmath.exp(-x * (1 - q))) for x in (mpf("0.75"), mpf("0.25"))))
row("survival", [0, 5], 0)
for t in (1, 2, 3):
    row("survivalLowerBound", [2.5, t], 1 - mpmath.exp(-mpf("2.5") / t))


def survival_far(t):
    """Newton on Abel's equation, its coefficients fitted to the process itself between 10^4 and 10^5 generations."""
    here, at = {}, mpf(1)
    marks = (2000, 4000, 8000, 16000, 32000)
    for step in range(1, marks[-1] + 1):
        at = 1 - mpmath.exp(-at)
        if step in marks:
            here[step] = 1 / at
    # 2u - ln(u)/3 + a + b/u + c/u^2 + d/u^3 + e/u^4 = step
    matrix = mpmath.matrix([[1, 1 / u, u**-2, u**-3, u**-4] for u in here.values()])
    right = mpmath.matrix([step - 2 * u + mpmath.log(u) / 3 for step, u in here.items()])
    fit = mpmath.lu_solve(matrix, right)
    return 1 / mpmath.findroot(lambda u: 2 * u - mpmath.log(u) / 3 + sum(x * u**-i for i, x in enumerate(fit)) - t, t / 2)


for t in (10**6, 10**12):
    s = survival_far(mpf(t))
    row("survivorsOfDistinct", [1, float(t)], s)
    row("survival", [5, float(t)], 1 - (1 - s) ** 5)
    row("extinctionProbability", [float(t)], 1 - s)

# Ewens
for theta in (0.001, 1, 5):
    for size in (1, 2, 3, 99, 100, 101, 5000):
        row("ewensTypes", [theta, {"size": size}], mpmath.fsum(exact(theta) / (exact(theta) + i) for i in range(size)))
for theta, size in [(5, 1e12), (0.5, 9e15), (1e15, 1000), (1e15, 1e15)]:
    x = mpf(theta)
    row("ewensTypes", [theta, {"size": size}], x * (mpmath.digamma(x + mpf(size)) - mpmath.digamma(x)))

# Genes
for t in FIRST:
    for size in (1, 2, 7):
        n = mpf(size)
        h = repeated(exact(0.6), lambda x: (1 - 1 / n) * x, t)
        row("expectedHeterozygosity", [t, {"size": size, "heterozygosity": 0.6}], h)
        row("inbreedingCoefficient", [t, {"size": size}], repeated(mpf(0), lambda f: 1 / n + (1 - 1 / n) * f, t))
        row("expectedSimpson", [t, {"size": size, "simpson": 0.4}], 1 - h)
        kept = repeated(mpf(1), lambda x: (1 - 1 / n) * x, t)
        row("isolatedLineagesHeterozygosity", [t, {"lineages": 3, "size": size, "heterozygosity": 0.6}], exact(0.6) * (kept + (1 - kept) * 2 / 3))
        for share in (0, 0.25, 1):
            m = exact(share)
            loop = {"size": size, "freshShare": share, "heterozygosity": 0.6, "start": 0.3}

            # two items of one text differ if they are no copies of one item: both old (then as before), or not
            step = lambda x: (1 - 1 / n) * ((1 - (1 - m) ** 2) * exact(0.6) + (1 - m) ** 2 * x)
            if share or size > 1:
                row("heterozygosityWithFreshData", [t, loop], repeated(exact(0.3), step, t))
    for real, synthetic in [(1, 1), (2, 1), (1, 2), (12, 9)]:
        alpha, first = mpf(synthetic) / (real + synthetic), (1 - 1 / mpf(real)) * exact(0.6)
        step = lambda x: (1 - alpha**2) * first + alpha**2 * (1 - 1 / mpf(synthetic)) * x
        row("heterozygosityWithFixedData", [t, {"realSize": real, "syntheticSize": synthetic, "heterozygosity": 0.6}], repeated(first, step, t))
big = mpf(10) ** 10
row("expectedHeterozygosity", [1e10, {"size": 1e10, "heterozygosity": 1}], (1 - 1 / big) ** big)
row("isolatedLineagesHeterozygosity", [1e10, {"lineages": 1, "size": 1e10, "heterozygosity": 1}], (1 - 1 / big) ** big)
row("expectedSimpson", [1, {"size": 1e15, "simpson": 0}], mpf(10) ** -15)
real, synthetic = mpf(1000), mpf(10) ** 12
alpha, first = synthetic / (real + synthetic), 1 - 1 / real
rate = alpha**2 * (1 - 1 / synthetic)
limit = (1 - alpha**2) * first / (1 - rate)
for t in (1, 10**8, INF):
    value = limit if t == INF else limit + (first - limit) * rate**t
    row("heterozygosityWithFixedData", [t, {"realSize": 1000, "syntheticSize": 1e12, "heterozygosity": 1}], value)

# Human data and smoothing
for t in FIRST:
    for bias in (0, 0.25, 1):
        e = exact(bias)
        row("humanWeightUnderReplace", [t, {"modelBias": bias}], repeated(mpf(1), lambda x: (1 - e) * x, t))
        row("humanWeightUnderAccumulate", [t, {"modelBias": bias}], mpmath.fprod(1 - e / i for i in range(2, t + 2)))
        for share in (0.25, 1):
            m = exact(share)
            row("humanWeightUnderFresh", [t, {"modelBias": bias, "freshShare": share}], repeated(mpf(1), lambda x: m + (1 - m) * (1 - e) * x, t))
    for p, tokens, types, alpha in [(1e-20, 4, 4, 1), (0.5, 1, 1, 2), (0.3, 1, 5, 0.1), (0.3, 7, 5, 0)]:
        step = lambda x: (tokens * x + exact(alpha)) / (tokens + exact(alpha) * types)
        row("addAlphaProbability", [t, {"probability": p, "tokens": tokens, "types": types, "alpha": alpha}], repeated(exact(p), step, t))
    for w, k in [(1, 3), (0.3, 1.7)]:
        step = lambda x: exact(w) ** 2 + (1 - exact(w)) ** 2 * (x + exact(k))
        row("weightedError", [t, {"weight": w, "ratio": k}], repeated(mpf(1), step, t))
    for lam in (1, 0.5):
        x = exact(lam)
        step = lambda noise: (x / (1 + x)) ** 2 * (noise + 1 / x)
        row("fixedRealError", [t, {"syntheticPerReal": lam}], 1 + repeated(mpf(0), step, t))
    for size in (2, 9):
        step = lambda v: (1 - 1 / mpf(size)) * (v + exact(0.5) ** 2)
        row("blurredVariance", [t, {"size": size, "bandwidth": 0.5, "variance": 2}], repeated(mpf(2), step, t))
    row("closedLoopLogOdds", [1.5, t, {"temperature": 0.8}], repeated(exact(1.5), lambda x: x / exact(0.8), t))

# Regression
for t in FIRST:
    for T, d in [(3, 1), (9, 4)]:
        loop, base = {"rows": T, "features": d, "noiseVariance": 2}, mpf(2 * d) / (T - d - 1)
        row("regressionErrorUnderReplace", [t, loop], repeated(mpf(0), lambda x: x + base, t))
        row("regressionErrorUnderAccumulate", [t, loop], mpmath.fsum(base / i**2 for i in range(1, t + 1)))
        row("regressionErrorUnderGrowth", [t, loop], mpmath.fsum(mpf(2 * d) / (i * T - d - 1) for i in range(1, t + 1)))
    for s in (0, 0.8, 1):
        b, v = mpf(1), mpf(0)
        for _ in range(t):
            b, v = b * exact(s), exact(s) ** 2 * (v + mpf("0.25"))
        row("constantRidgeError", [t, {"signal": 2, "fitError": 0.25, "shrinkage": s}], (1 - b) ** 2 * 2 + v)
        row("shrunkRegressionError", [t, {"signal": 2, "fitError": 0.25, "shrinkage": s}], (1 - exact(s)) ** 2 * 2 + exact(s) ** 2 * t * mpf("0.25"))
    row("adaptiveShrinkage", [t, {"signal": 2, "fitError": 0.25}], 2 / (2 + t * mpf("0.25")))
    best = 2 * t * mpf("0.25") / (2 + t * mpf("0.25"))
    row("adaptiveRidgeError", [t, {"signal": 2, "fitError": 0.25}], best)

# Tails and watermarks
for n in (0, 1, 2, 3):
    p = [exact(x) for x in (0.5, 0.3, 0.2)]
    row("missProbability", [0.3, {"size": n}], (1 - exact(0.3)) ** n)
    row("expectedTypes", [[0.5, 0.3, 0.2], {"size": n}], sum(1 - (1 - x) ** n for x in p)) if n else None
    row("expectedTailCoverage", [[0.5, 0.3, 0.2], {"size": n, "below": 0.3}], 1 - (1 - p[2]) ** n) if n else None
    row("hutterError", [[0.5, 0.3, 0.2], [0.75, 0.25, 0], {"tokens": n}], sum(x * (1 - q) ** n for x, q in zip(p, (mpf("0.75"), mpf("0.25"), 0))))
    zipf = [mpf(i) ** mpf("-1.5") for i in range(1, 5)]
    total = sum(zipf)
    row("zipfHutterError", [n, {"exponent": 1.5, "types": 4}], sum(x / total * (1 - x / total) ** n for x in zipf), within=1e-9)
    known = zipf[0] + zipf[1]
    mixed = [mpf("0.25") * x / total + (mpf("0.75") * x / known if i < 2 else 0) for i, x in enumerate(zipf)]
    row("zipfHutterError", [n, {"exponent": 1.5, "types": 4, "cut": 2, "cleanShare": 0.25}], sum(x / total * (1 - q) ** n for x, q in zip(zipf, mixed)), within=1e-9)
    row("zipfTailMass", [{"exponent": 1.5, "cut": n}], 1 - sum(mpf(i) ** mpf("-1.5") for i in range(1, n + 1)) / mpmath.zeta(mpf("1.5")), within=1e-9)
for n in (998, 999, 1000, 1001):  # where the sum of ranks becomes an integral
    zipf = [mpf(i) ** mpf("-1.5") for i in range(1, n + 1)]
    total = mpmath.fsum(zipf)
    row("zipfTailMass", [{"exponent": 1.5, "cut": n}], 1 - total / mpmath.zeta(mpf("1.5")), within=1e-9)
    row("zipfHutterError", [50, {"exponent": 1.5, "types": n}], mpmath.fsum(x / total * (1 - x / total) ** 50 for x in zipf), within=1e-9)
for bands, width in [(1, 1), (1, 3), (3, 1), (2, 3)]:
    for s in (0, 0.4, 1):
        row("lshProbability", [s, {"bands": bands, "rows": width}], 1 - (1 - exact(s) ** width) ** bands)
    row("lshThreshold", [{"bands": bands, "rows": width}], mpf(bands) ** (-1 / mpf(width)))
for green, tokens, share in [(0, 1, 0.25), (1, 1, 0.25), (3, 4, 0.25), (1, 4, 0.25)]:
    g = exact(share)
    row("watermarkZ", [green, {"tokens": tokens, "greenShare": share}], (green - g * tokens) / mpmath.sqrt(tokens * g * (1 - g)))


# A verifier's filter: both integrals over x, of the moments of a truncated normal label
def filtered(slope, sigma, centre, radius, tolerance):
    mpmath.mp.dps = 25

    def moments(x):
        low, high = centre * x - (radius * abs(x) + tolerance), centre * x + (radius * abs(x) + tolerance)
        a, b = (low - slope * x) / sigma, (high - slope * x) / sigma
        share = mpmath.ncdf(b) - mpmath.ncdf(a)
        return share, slope * x * share + sigma * (mpmath.npdf(a) - mpmath.npdf(b))

    points = [-12, -4, -1, 0, 1, 4, 12]
    top = mpmath.quad(lambda x: mpmath.npdf(x) * x * moments(x)[1], points)
    bottom = mpmath.quad(lambda x: mpmath.npdf(x) * x * x * moments(x)[0], points)
    mpmath.mp.dps = 50
    return top / bottom


for slope, sigma, centre, radius, tolerance in [(0, 0.1, 1, 0.1, 1.5), (1, 0.5, 1.3, 0.2, 0.5), (2, 0.3, 1, 0, 1), (-1, 1, -1.5, 0.1, 0.2)]:
    verifier = {"noiseSd": sigma, "centre": centre, "radius": radius, "tolerance": tolerance}
    row("verifiedSlopeUpdate", [slope, verifier], filtered(*(exact(x) for x in (slope, sigma, centre, radius, tolerance))), within=1e-10)

versions = {"python": sys.version.split()[0], "numpy": numpy.__version__, "scipy": scipy.__version__, "mpmath": mpmath.__version__}
print(json.dumps({"made with": versions, "rows": rows}, indent=1))
