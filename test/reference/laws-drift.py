"""Reference values for the laws of drift, regression, tails and mixing: each from its definition (a recursion, a sum, an
integral or an enumeration), not from the closed form that the library uses. Prints JSON; see README.md beside this file.

A row is {"law", "args", "value"}; "Infinity" in args is the number. Relative tolerance 1e-12 unless the row says `within`.
"""

import itertools
import json
import sys
from fractions import Fraction

import mpmath
import numpy
import scipy
from mpmath import mpf
from scipy import stats

mpmath.mp.dps = 40
INF = "Infinity"
rows = []


def plain(value):
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return float(value)


def row(law, args, value, **more):
    rows.append({"law": law, "args": args, "value": plain(value), **more})


def c4(m):
    return mpmath.sqrt(2 / (m - 1)) * mpmath.gamma(m / 2) / mpmath.gamma((m - 1) / 2)


def moments(sizes, ddof, bias):
    """One refit after the other: mean, sd and drift of the fitted Gaussian."""
    variance, sd, drift = mpf(1), mpf(1), mpf(0)
    lam = mpf(str(bias))
    for size in sizes:
        m = mpf(size)
        shrink = 1 if ddof == 1 else (m - 1) / m
        drift += lam * variance / m
        variance *= lam * shrink
        sd *= mpmath.sqrt(lam * shrink) * c4(m)
    return {"variance": variance, "sd": sd, "squaredDrift": drift, "wasserstein2": drift + variance - 2 * sd + 1}


for size, t, ddof, bias in [(10, 20, 1, 0.7), (100, 100, 0, 0.9), (2, 3, 1, 0.5), (1000, 500, 1, 0.999), (50, 40, 0, 1)]:
    loop = {"size": size, "ddof": ddof, "bias": bias}
    m = moments([size] * t, ddof, bias)
    row("expectedVariance", [t, loop], m["variance"])
    row("expectedSd", [t, loop], m["sd"])
    row("expectedSquaredDrift", [t, loop], m["squaredDrift"])
    row("expectedWasserstein2", [t, loop], m["wasserstein2"])
    half = (mpf(size) - 1) / 2
    log = mpmath.digamma(half) - mpmath.log(half if ddof == 1 else mpf(size) / 2) + mpmath.log(mpf(str(bias)))
    row("expectedLogVariance", [t, loop], t * log)
for sizes, ddof, bias in [([10, 20, 40, 80], 1, 1), ([10, 20, 40, 80], 0, 0.8), ([1000000] * 5, 1, 1), ([2, 3], 0, 1), ([100] * 100, 1, 1)]:
    row("scheduledMoments", [sizes, {"ddof": ddof, "bias": bias}], moments(sizes, ddof, bias))

for size, t in [(2, 1), (10, 5), (100, 60), (1000000, 20)]:
    row("accumulatedSquaredDrift", [t, {"size": size}], 1 - mpmath.fprod(1 - 1 / (mpf(i) ** 2 * size) for i in range(1, t + 1)))
for size in (2, 10, 100, 1000000):
    row("accumulatedSquaredDrift", [INF, {"size": size}], 1 - mpmath.nprod(lambda i: 1 - 1 / (i * i * size), [1, mpmath.inf]))


def blur(t, size, h, variance):
    v = mpf(str(variance))
    for _ in range(t):
        v = (1 - 1 / mpf(size)) * (v + mpf(str(h)) ** 2)
    return v


for t, size, h, variance in [(1, 10, 0.75, 1), (30, 50, 0.75, 2), (200, 1000, 0.1, 0)]:
    row("blurredVariance", [t, {"size": size, "bandwidth": h, "variance": variance}], blur(t, size, h, variance))
row("blurredVariance", [INF, {"size": 10, "bandwidth": 0.75, "variance": 1}], blur(2000, 10, 0.75, 1))

row("missProbability", [0.0005, {"size": 1000}], (1 - mpf("0.0005")) ** 1000)
row("missProbability", [1e-9, {"size": 1000000}], (1 - mpf("1e-9")) ** 1000000)


def pooled(w, k):
    """Limit error of a weighted mean, in units of sigma^2/n, by repeating the round."""
    e = mpf(1)
    for _ in range(4000):
        e = w * w + (1 - w) ** 2 * (e + k)
    return e


for share in (0.1, 0.5, 0.9):
    a = mpf(str(share))
    row("effectiveSizeRatio", [share], 1 / pooled(a, a / (1 - a)))
for t in (1, 3, 20):
    e = mpf(1)
    for _ in range(t):
        e = mpf("0.3") ** 2 + mpf("0.7") ** 2 * (e + mpf("1.7"))
    row("weightedError", [t, {"weight": 0.3, "ratio": 1.7}], e)
for w, k in [(0.3, 1.7), (0.6, 0.01), (1, 3)]:
    row("weightedError", [INF, {"weight": w, "ratio": k}], pooled(mpf(str(w)), mpf(str(k))))
for k in ("0.25", "1", "4", "1e-8", "1e8"):
    x = mpf(k)  # the zero of the slope of the limit error, between two brackets
    limit = lambda w: (w * w + x * (1 - w) ** 2) / (w * (2 - w))
    best = mpmath.findroot(lambda w: mpmath.diff(limit, w), (mpmath.sqrt(x) / 2 if x < 1 else mpf("0.5"), mpf("0.999")) if x < 100 else (1 - 2 / x, 1 - mpf("0.5") / x), solver="anderson", tol=1e-50)
    row("goldenWeight", [float(x)], best)
row("driftedRatio", [{"human": 100, "synthetic": 100, "variance": 1, "drift": 0.02}], 3)
row("driftedRatio", [{"human": 60, "synthetic": 90, "variance": 2.5, "drift": 0.1}], (mpf("0.1") + mpf("2.5") / 90) / (mpf("2.5") / 60))
p, q, r = mpf("0.4"), mpf("0.3"), mpf("2")
row("kalmanUpdate", [0.4, {"process": 0.3, "observation": 2}], {"gain": (p + q) / (p + q + r), "variance": 1 / (1 / (p + q) + 1 / r)})
for t, lam in [(1, 1), (4, 0.5), (30, 9)]:
    x, m = mpf(str(lam)), mpf(str(lam)) / (1 + mpf(str(lam)))
    noise = mpf(0)  # the human mean is the same each time; only the synthetic noise is new
    for _ in range(t):
        noise = m * m * (noise + 1 / x)
    row("fixedRealError", [t, {"syntheticPerReal": lam}], 1 + noise)
row("fixedRealError", [INF, {"syntheticPerReal": 1}], mpf(4) / 3)

for n, T, d, s2 in [(1, 50, 5, 1), (10, 111, 10, 1), (500, 20, 3, 0.25)]:
    loop = {"rows": T, "features": d, "noiseVariance": s2}
    base = mpf(str(s2)) * d / (T - d - 1)
    row("regressionErrorUnderReplace", [n, loop], n * base)
    row("regressionErrorUnderAccumulate", [n, loop], base * mpmath.fsum(1 / mpf(i) ** 2 for i in range(1, n + 1)))
    row("regressionErrorUnderGrowth", [n, loop], mpmath.fsum(mpf(str(s2)) * d / (mpf(i) * T - d - 1) for i in range(1, n + 1)))
row("regressionErrorUnderAccumulate", [INF, {"rows": 50, "features": 5, "noiseVariance": 1}], mpf(5) / 44 * mpmath.zeta(2))
for n, signal, tau, s in [(3, 2, 0.25, 0.8), (50, 1, 0.16, 0.99)]:
    b, v = mpf(1), mpf(0)
    for _ in range(n):
        b, v = b * mpf(str(s)), mpf(str(s)) ** 2 * (v + mpf(str(tau)))
    row("constantRidgeError", [n, {"signal": signal, "fitError": tau, "shrinkage": s}], (1 - b) ** 2 * signal + v)
    last = lambda x: (1 - x) ** 2 * signal + x * x * n * mpf(str(tau))
    row("shrunkRegressionError", [n, {"signal": signal, "fitError": tau, "shrinkage": s}], last(mpf(str(s))))
    best = mpmath.findroot(lambda x: mpmath.diff(last, x), mpf("0.5"))
    row("adaptiveShrinkage", [n, {"signal": signal, "fitError": tau}], best)
    row("adaptiveRidgeError", [n, {"signal": signal, "fitError": tau}], last(best))
for n, m, d, s2, shift in [(100, 20, 5, 1, 2), (1000, 10, 10, 0, 1), (40, 40, 1, 0.5, 3), (30, 7, 20, 0, 1)]:
    # B = A^-1/2 (synthetic part) A^-1/2 is matrix-beta and independent of A ~ Wishart; E[BMB] = (c1 + c2) M + c2 tr(M) I
    N, P = Fraction(n), Fraction(m)
    c2 = P * (N - P) / (N * (N - 1) * (N + 2))
    c1 = P * (P + 2) / (N * (N + 2)) - 2 * c2
    value = Fraction(str(s2)) * d / (n - d - 1) + shift * (c1 + c2 + c2 * (N * d - 2) / (N - d - 1))
    row("strongCollapseError", [{"rows": n, "syntheticRows": m, "features": d, "noiseVariance": s2, "shift": shift}], value)

for t, eps in [(1, 0.3), (60, 0.0566), (2000, 0.01), (500, 1)]:
    e = mpf(str(eps))
    row("humanWeightUnderReplace", [t, {"modelBias": eps}], (1 - e) ** t)
    total, c = mpf(1), mpf(1)  # pool: human data, then one batch of each model
    for i in range(t):
        total += (1 - e) * c
        c = total / (i + 2)
    row("humanWeightUnderAccumulate", [t, {"modelBias": eps}], c)
    c = mpf(1)
    for _ in range(t):
        c = mpf("0.1") + mpf("0.9") * (1 - e) * c
    row("humanWeightUnderFresh", [t, {"modelBias": eps, "freshShare": 0.1}], c)
    row("leadingOrderHumanWeight", [t, {"modelBias": eps}], mpf(t) ** -e / mpmath.gamma(2 - e))
row("humanWeightUnderAccumulate", [1000000, {"modelBias": 0.05}], mpmath.gammaprod([1000002 - mpf("0.05")], [1000002, 2 - mpf("0.05")]))


def miss(first, last, beta, weight, tokens):
    """Sum of i^-beta (1 - weight i^-beta)^tokens, term by term in 64-bit-mantissa floats, smallest terms first."""
    i = numpy.arange(last, first - 1, -1, dtype=numpy.longdouble)
    power = i ** -numpy.longdouble(beta)
    return numpy.sum(power * numpy.exp(tokens * numpy.log1p(-numpy.longdouble(weight) * power)))


def endless(first, beta, weight, tokens, last=4_000_000):
    """The same without end: beyond `last` an integral and the first corrections of Euler and Maclaurin."""
    f = lambda x: x ** -mpf(str(beta)) * mpmath.exp(tokens * mpmath.log1p(-weight * x ** -mpf(str(beta))))
    edges = [mpf(last + 1) * mpf(10) ** k for k in range(0, 80, 2)] + [mpmath.inf]
    rest = mpmath.quad(f, edges) + f(mpf(last + 1)) / 2 - mpmath.diff(f, mpf(last + 1)) / 12
    return mpf(float(miss(first, last, beta, float(weight), tokens))) + rest


for beta, tokens in [(1.5, 100), (1.5, 100000), (1.2, 1000), (2.5, 10000000)]:
    z = mpmath.zeta(mpf(str(beta)))
    row("zipfHutterError", [tokens, {"exponent": beta}], endless(1, beta, 1 / z, tokens) / z, within=1e-11)
for beta, cut, share, tokens in [(1.5, 100, 0.01, 10000000), (1.5, 100, 0.01, 1000), (1.5, 100, 0, 1000000), (1.3, 5000, 0.2, 30000)]:
    z = mpmath.zeta(mpf(str(beta)))
    known = z - mpmath.zeta(mpf(str(beta)), cut + 1)
    weight = mpf(str(share)) / z + (1 - mpf(str(share))) / known
    head = mpf(float(miss(1, cut, beta, min(1.0, float(weight)), tokens)))
    value = (head + endless(cut + 1, beta, mpf(str(share)) / z, tokens)) / z
    row("zipfHutterError", [tokens, {"exponent": beta, "cut": cut, "cleanShare": share}], value, within=1e-11)
for beta, types, cut, share, tokens in [(1.1, 20000, 300, 0.05, 10000), (1.01, 4000000, 2000, 0, 1000000), (3, 50, 7, 0.5, 100), (1.5, 4000000, 4000000, 0, 1000000)]:
    z = miss(1, types, beta, 0, 0)
    known = miss(1, min(cut, types), beta, 0, 0)
    value = miss(1, cut, beta, min(1.0, float(share / z + (1 - share) / known)), tokens)
    if cut < types:
        value += miss(cut + 1, types, beta, float(share / z), tokens)
    row("zipfHutterError", [tokens, {"exponent": beta, "types": types, "cut": cut, "cleanShare": share}], value / z, within=1e-11)
for beta, cut in [(1.5, 0), (1.5, 100), (1.05, 10000), (4, 3)]:
    z = mpmath.zeta(mpf(str(beta)))
    row("zipfTailMass", [{"exponent": beta, "cut": cut}], mpmath.zeta(mpf(str(beta)), cut + 1) / z)
    if cut > 0:
        area = mpmath.quad(lambda x: x ** -mpf(str(beta)), [cut, 10 * cut, 1e6 * cut, 1e20 * cut, mpmath.inf]) if beta > 1.1 else mpf(cut) ** (1 - mpf(str(beta))) / (mpf(str(beta)) - 1)
        row("leadingOrderHutterFloor", [{"exponent": beta, "cut": cut}], area / z)
for beta, tokens in [(1.5, 100000), (2.5, 1000)]:
    b = mpf(str(beta))
    row("leadingOrderHutterError", [tokens, {"exponent": beta}], mpmath.zeta(b) ** (-1 / b) / b * mpmath.gamma(1 - 1 / b) * mpf(tokens) ** (1 / b - 1))
p, q = [0.4, 0.3, 0.2, 0.1], [0.5, 0.3, 0.2, 0]
row("hutterError", [p, q, {"tokens": 7}], mpmath.fsum(mpf(str(a)) * (1 - mpf(str(b))) ** 7 for a, b in zip(p, q)))


def chain(n, copies, generations):
    """Two types, n words, `copies` of the first: exact Simpson index, chance of collapse, and mean time to it."""
    step = stats.binom.pmf(numpy.arange(n + 1)[None, :], n, numpy.arange(n + 1)[:, None] / n)
    law = numpy.zeros(n + 1)
    law[copies] = 1
    inner = numpy.eye(n - 1) - step[1:n, 1:n]
    mean_time = numpy.linalg.solve(inner, numpy.ones(n - 1))[copies - 1]
    out = {}
    for t in range(max(generations) + 1):
        if t in generations:
            x = numpy.arange(n + 1) / n
            out[t] = (float(law @ (x**2 + (1 - x) ** 2)), float(law[0] + law[n]))
        law = law @ step
    return out, float(mean_time)


chains = []
for n, copies in [(50, 25), (20, 2), (100, 10)]:
    generations = [1, 5, 30, 100, 300]
    exact, mean_time = chain(n, copies, generations)
    simpson = (copies / n) ** 2 + (1 - copies / n) ** 2
    for t in generations:
        row("expectedSimpson", [t, {"size": n, "simpson": simpson}], exact[t][0], within=1e-11)
    chains.append({"size": n, "types": 2, "simpson": simpson, "meanTime": mean_time, "collapsed": {t: exact[t][1] for t in generations}})

p, rewards = [0.5, 0.3, 0.15, 0.05], [0, 1, -2, 2.5]
for K in (1, 2, 3, 5):
    next_law = []
    for i, a in enumerate(p):
        mean = mpf(0)
        for rivals in itertools.product(range(len(p)), repeat=K - 1):
            chance = mpmath.fprod(mpf(str(p[j])) for j in rivals)
            best = mpmath.exp(rewards[i])
            mean += chance * K * best / (best + mpmath.fsum(mpmath.exp(rewards[j]) for j in rivals))
        next_law.append(mpf(str(a)) * mean)
    row("bestOfKUpdate", [p, rewards, {"candidates": K}], next_law)
tilted = [mpf(str(a)) * mpmath.exp(r) for a, r in zip(p, rewards)]
row("bestOfKUpdate", [p, rewards, {"candidates": INF}], [x / mpmath.fsum(tilted) for x in tilted])
row("bestOfKUpdate", [[0.999, 0.001], [0, 300], {"candidates": 2}], [(lambda E: mpf("0.999") * (mpf("0.999") + 2 * mpf("0.001") / (1 + E)))(mpmath.exp(300)), mpf("0.001") * (mpf("0.001") + 2 * mpf("0.999") / (1 + mpmath.exp(-300)))])


def two_tastes(m, q, h):
    E = mpmath.exp(mpf(str(h)))
    return q * m * E / (m * E + 1 - m) + (1 - q) * m / (m + (1 - m) * E)


for m, curated, h in [(0.5, 0.6, 3), (0.01, 0.8, 1), (0.3, 0.1, 20)]:
    row("twoTasteUpdate", [m, {"curated": curated, "advantage": h}], two_tastes(mpf(str(m)), mpf(str(curated)), h))
for curated, h in [(0.6, 3), (0.8, 3), (0.6, 1), (0.8, 1), (0.25, 2)]:
    m = mpf("0.5")
    for _ in range(20000 if curated != 0.8 else 3000):
        m = two_tastes(m, mpf(str(curated)), h)
    row("twoTasteFixedPoint", [curated, {"advantage": h}], m)


def verified(theta, sigma, centre, radius, tolerance):
    th, s, c, r, tol = (mpf(str(x)) for x in (theta, sigma, centre, radius, tolerance))

    def inner(x, power):  # integral over the labels that are kept
        lo, hi = x * c - r * x - tol, x * c + r * x + tol
        density = lambda y: mpmath.npdf(y, x * th, s) * (y if power else 1)
        return mpmath.quad(density, [lo, min(max(x * th, lo), hi), hi])

    top = mpmath.quad(lambda x: x * inner(x, 1) * mpmath.npdf(x), [0, 1, 3, 10])
    return top / mpmath.quad(lambda x: x * x * inner(x, 0) * mpmath.npdf(x), [0, 1, 3, 10])


mpmath.mp.dps = 20
for theta, sigma, centre, radius, tolerance in [(1, 0.5, 1.3, 0.2, 0.5), (-2, 1, 0.5, 0, 0.3), (1.2, 2, 1, 0.1, 5)]:
    verifier = {"noiseSd": sigma, "centre": centre, "radius": radius, "tolerance": tolerance}
    row("verifiedSlopeUpdate", [theta, verifier], verified(theta, sigma, centre, radius, tolerance), within=1e-10)
mpmath.mp.dps = 40


def relabelled(share, distance):
    """Share of people whose more probable group is the second, by integrating over them."""
    pi, d = mpf(str(share)), mpf(str(distance))
    cut = mpmath.findroot(lambda x: mpmath.log(pi / (1 - pi)) + d * x - d * d / 2, d / 2)
    density = lambda x: pi * mpmath.npdf(x, d) + (1 - pi) * mpmath.npdf(x)
    return mpmath.quad(density, [cut, cut + 1, cut + 4, cut + 10, cut + 40])


for share, distance in [(0.2, 1), (0.2, 3), (0.01, 2), (0.7, 0.5)]:
    row("argmaxRelabelUpdate", [share, {"distance": distance}], relabelled(share, distance))

for T, share in [(0.8, 0.15), (1.5, 0)]:
    powers = [mpf(str(x)) ** (1 / mpf(str(T))) for x in [0.6, 0.3, 0.1]]
    value = [mpf(str(share)) * mpf(str(h)) + (1 - mpf(str(share))) * x / mpmath.fsum(powers) for x, h in zip(powers, [0.2, 0.3, 0.5])]
    row("temperatureMixUpdate", [[0.6, 0.3, 0.1], {"human": [0.2, 0.3, 0.5], "freshShare": share, "temperature": T}], value)
p = [mpf("0.6"), mpf("0.4")]
for _ in range(5):
    p = [x ** (1 / mpf("0.8")) for x in p]
row("closedLoopLogOdds", [float(mpmath.log(mpf("1.5"))), 5, {"temperature": 0.8}], mpmath.log(p[0] / p[1]))
for t in (1, 10, 400):
    x = mpf("0.02")
    for _ in range(t):
        x = (1000 * x + mpf("0.1")) / (1000 + mpf("0.1") * 200)
    row("addAlphaProbability", [t, {"probability": 0.02, "tokens": 1000, "types": 200, "alpha": 0.1}], x)

print(
    json.dumps(
        {
            "made with": {
                "python": sys.version.split()[0],
                "numpy": numpy.__version__,
                "scipy": scipy.__version__,
                "mpmath": mpmath.__version__,
            },
            "rows": rows,
            "chains": chains,
        },
        indent=1,
    )
)
