"""The metrics of metrics.bench.ts in SciPy, NumPy and scikit-learn."""

import numpy as np
from peer import serve
from scipy.spatial.distance import cdist
from scipy.stats import wasserstein_distance
from sklearn.metrics import pairwise_distances
from sklearn.neighbors import NearestNeighbors

rng = np.random.default_rng(1)


def mmd2(x, y, scale):
    kernel = lambda a, b: np.exp(cdist(a, b, "sqeuclidean") / (-2 * scale**2))
    n, m = len(x), len(y)
    within = (kernel(x, x).sum() - n) / (n * (n - 1)) + (kernel(y, y).sum() - m) / (m * (m - 1))
    return within - 2 * kernel(x, y).mean()


def manifold(real, fake, k):
    radius = lambda points: NearestNeighbors(n_neighbors=k).fit(points).kneighbors()[0][:, -1]
    of_real, of_fake, distance = radius(real), radius(fake), pairwise_distances(real, fake)
    inside = distance < of_real[:, None]
    recalled = (distance < of_fake[None, :]).any(axis=1).mean()
    return inside.any(axis=0).mean(), recalled, inside.sum() / (k * len(fake)), inside.any(axis=1).mean()


def vendi(matrix, n):
    share = np.linalg.eigvalsh(matrix) / n
    share = share[share > 0]
    return np.exp(-np.sum(share * np.log(share)))


def vendi_cosine(points):
    unit = points / np.linalg.norm(points, axis=1, keepdims=True)
    return vendi(unit.T @ unit, len(points))


a, b = rng.standard_normal(100_000), rng.standard_normal(100_000)
x8, y8 = rng.standard_normal((2000, 8)), rng.standard_normal((2000, 8))
x16, y16 = rng.standard_normal((2000, 16)), rng.standard_normal((2000, 16))
few, many = rng.standard_normal((500, 16)), rng.standard_normal((5000, 16))
similarities = np.exp(-cdist(few, few, "sqeuclidean") / 32)


serve(
    {
        "wasserstein1": lambda: wasserstein_distance(a, b),
        "mmd2": lambda: mmd2(x8, y8, 2),
        "manifold": lambda: manifold(x16, y16, 5),
        "vendi": lambda: vendi(similarities, 500),
        "vendiCosine": lambda: vendi_cosine(many),
    }
)
