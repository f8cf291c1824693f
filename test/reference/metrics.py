"""Reference values for lib/metrics, from SciPy, scikit-learn, scikit-bio and NumPy. Prints JSON; see README.md."""

import json
import platform

import numpy
import scipy
import skbio
import sklearn
from scipy import linalg, stats
from scipy.spatial.distance import cdist, jensenshannon
from skbio.diversity import alpha
from sklearn.metrics import brier_score_loss
from sklearn.neighbors import NearestNeighbors

rng = numpy.random.Generator(numpy.random.PCG64(2026))


def rounded(values, digits=4):
    return numpy.round(numpy.asarray(values, dtype=float), digits).tolist()


def histograms():
    cases = [([0.1, 0.2, 0.7], [0.3, 0.3, 0.4]), ([1, 0], [0.5, 0.5]), ([3, 0, 5, 1, 0], [1, 2, 2, 7, 0])]
    cases.append((rounded(rng.exponential(size=40)), rounded(rng.exponential(size=40))))
    rows = []
    for p, q in cases:
        a, b = numpy.array(p) / numpy.sum(p), numpy.array(q) / numpy.sum(q)
        kl = float(stats.entropy(a, b))
        rows.append(
            {
                "p": p,
                "q": q,
                "entropyNats": float(stats.entropy(a)),
                "entropyBits": float(stats.entropy(a, base=2)),
                "klNats": None if numpy.isinf(kl) else kl,
                "jensenShannonRootNats": float(jensenshannon(a, b)),
                "jensenShannonRootBits": float(jensenshannon(a, b, base=2)),
                "totalVariation": float(abs(a - b).sum() / 2),
                "hellinger": float(linalg.norm(numpy.sqrt(a) - numpy.sqrt(b)) / numpy.sqrt(2)),
            }
        )
    return rows


def samples():
    """One-dimensional samples: with ties within and between, of unequal sizes, with weights."""
    a, b = rounded(rng.normal(size=31), 1), rounded(rng.exponential(size=18), 1)
    u, v = rounded(rng.uniform(size=31)), rounded(rng.uniform(size=18))
    rows = []
    for x, y in [(a, b), ([0, 1, 3], [5, 6, 8]), ([0], [2]), ([1, 2, 3, 4], [3, 4, 5, 6]), ([1, 1, 1, 2], [1, 2, 2])]:
        rows.append(
            {
                "a": x,
                "b": y,
                "wasserstein1": float(stats.wasserstein_distance(x, y)),
                "energyDistance": float(stats.energy_distance(x, y)),
                "kolmogorovSmirnov": float(stats.ks_2samp(x, y).statistic),
            }
        )
    weighted = [
        {"a": x, "b": y, "aWeights": wx, "bWeights": wy, "wasserstein1": float(stats.wasserstein_distance(x, y, wx, wy))}
        for x, y, wx, wy in [
            (a, b, u, v),
            ([3.4, 3.9, 7.5, 7.8], [4.5, 1.4], [1.4, 0.9, 3.1, 7.2], [3.2, 3.5]),
            ([1, 2, 2], [5, 2], [0, 1, 1], [0, 3]),
        ]
    ]
    return {"pairs": rows, "weighted": weighted}


def gaussians():
    """Closed forms by numerical integration."""
    rows = []
    for m1, s1, m2, s2, scale in [(0, 1, 1, 2, 1), (0.5, 2, -1, 0.3, 0.7), (3, 1, 3, 1.5, 4)]:
        f, g = stats.norm(m1, s1), stats.norm(m2, s2)
        kl = scipy.integrate.quad(lambda x: f.pdf(x) * (f.logpdf(x) - g.logpdf(x)), m1 - 12 * s1, m1 + 12 * s1, epsabs=1e-13)
        k = lambda d, v: stats.norm(0, numpy.sqrt(v + scale**2)).pdf(d) * numpy.sqrt(2 * numpy.pi) * scale
        rows.append(
            {
                "a": {"mean": m1, "sd": s1},
                "b": {"mean": m2, "sd": s2},
                "lengthScale": scale,
                "klNats": kl[0],
                "mmd2": float(k(0, 2 * s1**2) + k(0, 2 * s2**2) - 2 * k(m1 - m2, s1**2 + s2**2)),
            }
        )
    return rows


def frechet_by_definition(m1, c1, m2, c2):
    root = linalg.sqrtm(c1)
    cross = linalg.sqrtm(root @ c2 @ root)
    return float(numpy.sum((m1 - m2) ** 2) + numpy.trace(c1 + c2 - 2 * numpy.real(cross)))


def frechet():
    m1, m2 = numpy.zeros(2), numpy.array([1.0, 2.0])
    c1, c2 = numpy.array([[2, 0.5], [0.5, 1]]), numpy.array([[1, -0.3], [-0.3, 3]])
    x, y = rng.normal(size=(50, 5)) @ rng.normal(size=(5, 5)), rng.exponential(size=(40, 5))
    x, y = numpy.round(x, 3), numpy.round(y, 3)
    by_ddof = {
        str(ddof): frechet_by_definition(
            x.mean(0), numpy.cov(x.T, ddof=ddof), y.mean(0), numpy.cov(y.T, ddof=ddof)
        )
        for ddof in (0, 1)
    }
    return {"twoByTwo": frechet_by_definition(m1, c1, m2, c2), "x": x.tolist(), "y": y.tolist(), "byDdof": by_ddof}


def clouds():
    """Points in 3 dimensions: MMD, Vendi, and precision, recall, density, coverage as published."""
    x = numpy.round(rng.normal(size=(60, 3)), 2)
    y = numpy.round(rng.normal(size=(45, 3)) * [1, 0.4, 1.3] + [0.5, 0, 0], 2)
    y[:5] = x[:5]  # ties: strict or not makes a difference
    x[10:13] = x[9]
    kernel = lambda a, b: numpy.exp(-cdist(a, b, "sqeuclidean") / (2 * 1.5**2))
    xx, yy, xy = kernel(x, x), kernel(y, y), kernel(x, y)
    n, m = len(x), len(y)
    unit = x / linalg.norm(x, axis=1, keepdims=True)
    return {
        "x": x.tolist(),
        "y": y.tolist(),
        "lengthScale": 1.5,
        "mmd2Biased": float(xx.mean() + yy.mean() - 2 * xy.mean()),
        "mmd2Unbiased": float((xx.sum() - n) / (n * (n - 1)) + (yy.sum() - m) / (m * (m - 1)) - 2 * xy.mean()),
        "vendiRbf": vendi(xx),
        "vendiCosine": vendi(unit @ unit.T),
        "balls": [{"k": k, "strict": strict, **prdc(x, y, k, strict)} for k in (1, 2, 5) for strict in (True, False)],
    }


def vendi(similarities):
    share = linalg.eigvalsh(similarities) / len(similarities)
    share = share[share > 1e-15]
    return float(numpy.exp(-numpy.sum(share * numpy.log(share))))


def radii(points, k):
    """Distance to the k-th nearest other point."""
    return NearestNeighbors(n_neighbors=k, algorithm="kd_tree").fit(points).kneighbors()[0][:, -1]


def prdc(real, fake, k, strict):
    """The four definitions, straight from the papers."""
    distance = cdist(real, fake)
    inside = numpy.less if strict else numpy.less_equal
    in_real = inside(distance, radii(real, k)[:, None])
    in_fake = inside(distance, radii(fake, k)[None, :])
    return {
        "precision": float(in_real.any(axis=0).mean()),
        "recall": float(in_fake.any(axis=1).mean()),
        "density": float(in_real.sum(axis=0).mean() / k),
        "coverage": float(in_real.any(axis=1).mean()),
    }


def richness():
    counts = [1, 1, 4, 2, 5, 2, 4, 1, 2]
    return {
        "counts": counts,
        "hill": [{"order": q, "value": float(alpha.hill(counts, order=q))} for q in (0, 0.5, 1, 1.5, 2, 3)],
        "chao1Corrected": float(alpha.chao1(counts, bias_corrected=True)),
        "chao1Classic": float(alpha.chao1(counts, bias_corrected=False)),
        "goodTuring": float(1 - alpha.goods_coverage(counts)),
        "inverseDominance": float(1 / alpha.berger_parker_d(counts)),
    }


def mauve(p, q, c, points):
    """The area under the divergence curve, by the trapezoid rule."""
    p, q = numpy.array(p) / numpy.sum(p), numpy.array(q) / numpy.sum(q)
    share = numpy.linspace(0, 1, points)[:, None]
    mixed = share * p + (1 - share) * q
    x = numpy.exp(-c * scipy.special.rel_entr(q, mixed).sum(axis=1))
    y = numpy.exp(-c * scipy.special.rel_entr(p, mixed).sum(axis=1))
    return float(-numpy.trapezoid(numpy.r_[0, y, 1], numpy.r_[1, x, 0]))


def mauves():
    p, q = [0.1, 0.2, 0.7], [0.3, 0.3, 0.4]
    other = [3, 0, 5, 1, 0], [1, 2, 2, 7, 0]
    cases = [(p, q, 5, 500), (p, q, 5, 25), (p, q, 1, 100), (*other, 5, 200)]
    return [{"p": a, "q": b, "c": c, "points": n, "value": mauve(a, b, c, n)} for a, b, c, n in cases]


def predictions():
    sure = rounded(rng.uniform(size=80), 2)
    right = (rng.uniform(size=80) < numpy.array(sure) ** 2).astype(int)
    bins = {}
    for count in (1, 5, 10, 100):
        # (0, 1/B], (1/B, 2/B], ...: places by exact hundredths, not by floats
        place = numpy.maximum(0, -(-(numpy.round(numpy.array(sure) * 100).astype(int) * count) // 100) - 1)
        gaps = [(right - numpy.array(sure))[place == b].sum() for b in range(count)]
        bins[str(count)] = float(numpy.abs(gaps).sum() / 80)
    return {"sure": sure, "right": right.tolist(), "brier": float(brier_score_loss(right, sure)), "calibration": bins}


def zipf():
    """Expected types of 300 draws from 2000 Zipf types, and what they hold of the types below 1/2000."""
    p = 1 / numpy.arange(1, 2001) ** 1.1
    p /= p.sum()
    seen = -numpy.expm1(300 * numpy.log1p(-p))
    tail = p < 1 / 2000
    return {"types": float(seen.sum()), "tailCoverage": float((p * seen)[tail].sum() / p[tail].sum())}


print(
    json.dumps(
        {
            "made with": {
                "python": platform.python_version(),
                "numpy": numpy.__version__,
                "scipy": scipy.__version__,
                "scikit-learn": sklearn.__version__,
                "scikit-bio": skbio.__version__,
            },
            "histograms": histograms(),
            "samples": samples(),
            "gaussians": gaussians(),
            "frechet": frechet(),
            "clouds": clouds(),
            "richness": richness(),
            "mauve": mauves(),
            "predictions": predictions(),
            "zipf": zipf(),
        },
        indent=1,
    )
)
