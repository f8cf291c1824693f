"""Reference values for the laws of genes, human data, watermarks and near-duplicates. Prints JSON; see README.md.

Nothing here uses the closed forms that it checks: Markov chains are solved, sums enumerated, maxima searched.
"""

import itertools
import json
import math
import sys

import mpmath
import numpy
import scipy
from scipy import integrate, optimize, stats

mpmath.mp.dps = 40


def chain(size, chance):
    """Wright-Fisher with two types: row i holds the law of the next count, if a draw is of the type with chance(i / N)."""
    counts = numpy.arange(size + 1)
    return numpy.array([stats.binom.pmf(counts, size, chance(i / size)) for i in counts])


def neutral():
    """Exact absorption of two types, and what the diffusion approximation says of it."""
    rows = []
    for size, copies in [(2, 1), (10, 1), (10, 5), (20, 10), (50, 5), (100, 1), (100, 10), (100, 50), (400, 120)]:
        inner = chain(size, lambda p: p)[1:-1]
        stay = numpy.eye(size - 1) - inner[:, 1:-1]
        win = numpy.linalg.solve(stay, inner[:, -1])
        time = numpy.linalg.solve(stay, numpy.ones(size - 1))
        time_of_wins = numpy.linalg.solve(stay, win) / win  # E[T; win] solves (I - Q) x = win
        p = mpmath.mpf(copies) / size
        lost = (1 - p) * mpmath.log(1 - p)
        rows.append(
            {
                "size": size,
                "copies": copies,
                "fixation": float(win[copies - 1]),
                "time": float(time[copies - 1]),
                "fixationTime": float(time_of_wins[copies - 1]),
                "diffusionTime": float(-2 * size * (lost + p * mpmath.log(p))),
                "diffusionFixationTime": float(-2 * size * lost / p),
            }
        )
    return rows


def selected():
    rows = []
    for size, copies, s in [(10, 1, 0.1), (50, 1, 0.1), (50, 1, 0.02), (50, 10, -0.05), (100, 1, 0.05), (100, 50, -0.01), (100, 30, 0)]:
        inner = chain(size, lambda p: p * (1 + s) / (p * (1 + s) + 1 - p))[1:-1]
        win = numpy.linalg.solve(numpy.eye(size - 1) - inner[:, 1:-1], inner[:, -1])
        p, k = mpmath.mpf(copies) / size, 2 * size * mpmath.mpf(s)
        kimura = p if s == 0 else (1 - mpmath.exp(-k * p)) / (1 - mpmath.exp(-k))
        rows.append({"size": size, "copies": copies, "selection": s, "chain": float(win[copies - 1]), "kimura": float(kimura)})
    return rows


def heterozygosity(p):
    return 2 * p * (1 - p)


def decay():
    """E H_t of two types, from powers of the exact chain."""
    rows = []
    for size, t in [(2, 3), (10, 1), (20, 15), (50, 10), (50, 60)]:
        law = numpy.linalg.matrix_power(chain(size, lambda p: p), t)[size // 2]
        rows.append({"size": size, "generation": t, "ratio": float(law @ heterozygosity(numpy.arange(size + 1) / size)) / 0.5})
    return rows


def fresh():
    """Two types with human share 0.3: stationary law and time course of the exact chain with fresh data."""
    rows = []
    human = 0.3
    for size, m in [(1, 0.5), (10, 0.1), (50, 0.02), (100, 0.005), (100, 0.01), (100, 0.02), (100, 0.05), (100, 0.1), (100, 0.3), (30, 1)]:
        step = chain(size, lambda p: (1 - m) * p + m * human)
        h = heterozygosity(numpy.arange(size + 1) / size)
        system = numpy.vstack([step.T - numpy.eye(size + 1), numpy.ones(size + 1)])
        still = numpy.linalg.lstsq(system, numpy.append(numpy.zeros(size + 1), 1), rcond=None)[0]
        ones = numpy.abs(numpy.linalg.eigvals(step))
        # start: the whole population of one type, which type with the human chances, so that shares are right in the mean
        start = numpy.zeros(size + 1)
        start[[0, -1]] = 1 - human, human
        course = []
        for _ in range(6):
            start = start @ step
            course.append(float(start @ h))
        rows.append(
            {
                "size": size,
                "freshShare": m,
                "kept": float(still @ h) / heterozygosity(human),
                "rate": float(sorted(ones)[-3]) if size > 1 else 0.0,
                "course": course,
            }
        )
    return rows


def fixed():
    """One set of human items for ever and new synthetic ones: two types, human share 0.3, all sets enumerated."""
    rows = []
    human = 0.3
    for real, synthetic in [(1, 3), (5, 5), (8, 20), (30, 10)]:
        alpha = synthetic / (real + synthetic)
        counts = numpy.arange(synthetic + 1)
        course = numpy.zeros(41)
        for k, weight in enumerate(stats.binom.pmf(range(real + 1), real, human)):
            models = (1 - alpha) * k / real + alpha * counts / synthetic
            step = numpy.array([stats.binom.pmf(counts, synthetic, p) for p in models])
            law = None
            course[0] += weight * heterozygosity(k / real)
            for t in range(1, 41):
                law = stats.binom.pmf(counts, synthetic, k / real) if law is None else law @ step
                course[t] += weight * float(law @ heterozygosity(models))
        rows.append({"real": real, "synthetic": synthetic, "human": heterozygosity(human), "course": {t: course[t] for t in (0, 1, 2, 10, 40)}})
    return rows


def novelty():
    """Ewens' mean number of types, from his law of the number of types: Stirling numbers over a rising factorial."""
    def stirling(n):
        row = [mpmath.mpf(1)]
        for i in range(n):
            row = [(row[k - 1] if k else 0) + (i * row[k] if k < len(row) else 0) for k in range(len(row) + 1)]
        return row

    rows = []
    for theta, n in [(0.5, 1), (0.5, 10), (2, 20), (2, 200), (10, 50)]:
        s = stirling(n)
        total = mpmath.rf(theta, n)
        rows.append({"theta": theta, "size": n, "types": float(mpmath.fsum(k * s[k] * mpmath.mpf(theta) ** k for k in range(1, n + 1)) / total)})
    # iterated for two different items of a population: the same parent, or two that agree, and neither is new
    same = mpmath.mpf(1)
    for _ in range(20000):
        same = (1 - mpmath.mpf("0.005")) ** 2 * (mpmath.mpf(1) / 200 + (1 - mpmath.mpf(1) / 200) * same)
    return {"ewens": rows, "differentItems": float(1 - same), "withReplacement": float((1 - same) * (1 - mpmath.mpf(1) / 200))}


def lineages():
    """The pool of D isolated copies of the two-type chain: E 2 P (1 - P) of their mean share P, from its exact law."""
    rows = []
    for size, d, t in [(4, 1, 3), (4, 2, 3), (6, 3, 10), (3, 4, 200)]:
        law = numpy.linalg.matrix_power(chain(size, lambda p: p), t)[size // 2]
        pool = law
        for _ in range(d - 1):
            pool = numpy.convolve(pool, law)
        start = heterozygosity((size // 2) / size)
        total = float(pool @ heterozygosity(numpy.arange(d * size + 1) / (d * size)))
        within = float(law @ heterozygosity(numpy.arange(size + 1) / size))
        rows.append({"size": size, "lineages": d, "generation": t, "start": start, "total": total, "within": within, "fst": 1 - within / total})
    return rows


def commons():
    """Maxima found by search; the selfish total by letting firms answer each other until nobody moves."""
    def diversity(h):
        return 2 * h / (1 + 2 * h)

    rows = []
    for n, value, cost in [(1, 100, 1), (4, 100, 1), (16, 100, 1), (3, 0.4, 0.1), (5, 1, 4)]:
        best = optimize.minimize_scalar(lambda h: cost * h - n * value * diversity(h), bounds=(0, 1000), method="bounded", options={"xatol": 1e-12})

        def answer(others, price=cost):
            found = optimize.minimize_scalar(lambda x: price * x - value * diversity(others + x), bounds=(0, 1000), method="bounded", options={"xatol": 1e-12})
            return found.x if found.fun < -value * diversity(others) else 0.0

        def selfish(price):
            pays = numpy.zeros(n)
            for i in range(4 * n):
                pays[i % n] = answer(pays.sum() - pays[i % n], price)
            return float(pays.sum())

        social = max(0.0, float(best.x)) if best.fun < 0 else 0.0
        rows.append({"firms": n, "value": value, "cost": cost, "social": social, "selfish": selfish(cost), "withSubsidy": selfish(cost - cost * (1 - 1 / n))})
    return rows


def watermark():
    greens = []
    for p, green, bias in [([0.5, 0.25, 0.125, 0.125], 2, 2.0), ([0.97, 0.01, 0.01, 0.01], 1, 2.0), ([0.25] * 4, 1, 1.0), ([1.0, 0, 0, 0], 2, 3.0)]:
        rates = []
        for chosen in itertools.combinations(range(len(p)), green):
            weights = [x * math.exp(bias) if i in chosen else x for i, x in enumerate(p)]
            rates.append(sum(weights[i] for i in chosen) / sum(weights))
        gamma, alpha = mpmath.mpf(green) / len(p), mpmath.exp(bias)
        modulus = (1 - gamma) * (alpha - 1) / (1 + (alpha - 1) * gamma)
        bound = gamma * alpha / (1 + (alpha - 1) * gamma) * mpmath.fsum(x / (1 + modulus * x) for x in p)
        greens.append({"probabilities": p, "greenShare": float(gamma), "bias": bias, "rate": float(numpy.mean(rates)), "bound": float(bound)})
    tails = [{"z": z, "p": float(mpmath.erfc(mpmath.mpf(z) / mpmath.sqrt(2)) / 2)} for z in (-3, 0, 0.5, 4, 8.165, 30)]
    tournaments = []
    for p in ([1.0], [0.5, 0.5], [0.7, 0.2, 0.1], [0.25] * 4):
        k, mean = len(p), 0.0
        for bits in itertools.product((0, 1), repeat=k):
            for a, b in itertools.product(range(k), repeat=2):
                mean += p[a] * p[b] * max(bits[a], bits[b]) / 2**k if bits[a] != bits[b] else p[a] * p[b] * bits[a] / 2**k
        tournaments.append({"probabilities": p, "score": mean})
    return {"greens": greens, "tails": tails, "tournaments": tournaments}


def detection():
    rows = []
    for shift in (0.25, 1, 3):
        area = integrate.quad(lambda x: stats.norm.pdf(x, shift) * stats.norm.cdf(x), -12, 15, epsabs=1e-13)[0]
        tv = integrate.quad(lambda x: abs(stats.norm.pdf(x, shift) - stats.norm.pdf(x)) / 2, -12, 15, points=[shift / 2], epsabs=1e-13)[0]
        rows.append({"shift": shift, "totalVariation": tv, "auroc": area, "bound": float(0.5 + mpmath.mpf(tv) - mpmath.mpf(tv) ** 2 / 2)})
    return rows


def duplicates():
    rows = []
    for s, b, r in [(0.2, 20, 5), (0.549, 20, 5), (0.8, 20, 5), (0.001, 100, 3), (0.99, 20, 450)]:
        rows.append({"similarity": s, "bands": b, "rows": r, "probability": float(1 - (1 - mpmath.mpf(s) ** r) ** b), "threshold": float(mpmath.root(mpmath.mpf(1) / b, r))})
    return rows


print(
    json.dumps(
        {
            "made with": {
                "python": sys.version.split()[0],
                "numpy": numpy.__version__,
                "scipy": scipy.__version__,
                "mpmath": mpmath.__version__,
            },
            "neutral": neutral(),
            "selected": selected(),
            "decay": decay(),
            "fresh": fresh(),
            "fixed": fixed(),
            "novelty": novelty(),
            "lineages": lineages(),
            "commons": commons(),
            "watermark": watermark(),
            "detection": detection(),
            "duplicates": duplicates(),
        },
        indent=1,
    )
)
