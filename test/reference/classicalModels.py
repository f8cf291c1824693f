"""Reference values for test/lib/models, from scikit-learn, SciPy and NumPy. Prints JSON; see README.md beside this file."""

import json
import sys
import warnings

import numpy as np
import scipy
import sklearn
from scipy import stats
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LinearRegression, LogisticRegression, Ridge
from sklearn.mixture import GaussianMixture
from sklearn.neighbors import KernelDensity

warnings.filterwarnings("ignore", category=ConvergenceWarning)
rng = np.random.default_rng(4)


def rounded(values):
    """Numbers that the JSON file holds exactly: the tests read the same data."""
    return np.round(values, 4)


def gaussian():
    data = rounded(rng.normal(size=(12, 3)) @ np.array([[2, 0.5, 0], [0, 1, -0.7], [0, 0, 0.3]]) + [5, -1, 100])
    at = rounded(data[:4] + 0.5)
    rows = []
    for ddof in (0, 1):
        mean, covariance = data.mean(axis=0), np.cov(data.T, ddof=ddof)
        rows.append(
            {
                "ddof": ddof,
                "mean": mean.tolist(),
                "covariance": covariance.tolist(),
                "logProb": stats.multivariate_normal(mean, covariance).logpdf(at).tolist(),
            }
        )
    return {"data": data.tolist(), "at": at.tolist(), "fits": rows}


def mixture():
    centers = np.array([[0, 0], [3, 1], [-1, 4]])
    data = rounded(np.concatenate([rng.normal(c, s, size=(60, 2)) for c, s in zip(centers, (1, 0.5, 0.8))]))
    start = {
        "weights": [0.5, 0.25, 0.25],
        "means": [[0.5, 0.0], [2.0, 2.0], [0.0, 3.0]],
        "covariances": [[[1.0, 0.25], [0.25, 2.0]], [[1.0, 0.0], [0.0, 1.0]], [[0.5, 0.0], [0.0, 0.5]]],
    }
    at = rounded(rng.normal(1, 3, size=(5, 2)))
    kinds = {"full": "full", "diagonal": "diag", "spherical": "spherical"}
    rows = []
    for ours, theirs in kinds.items():
        matrices = np.array(start["covariances"])
        if theirs == "diag":
            matrices = np.array([np.diag(m) for m in matrices])
            given = [np.diag(m).tolist() for m in matrices]
        elif theirs == "spherical":
            matrices = np.array([np.trace(m) / 2 for m in matrices])
            given = [(np.eye(2) * m).tolist() for m in matrices]
        else:
            given = start["covariances"]
        precisions = np.linalg.inv(matrices) if theirs == "full" else 1 / matrices
        for iterations, tolerance in ((7, 0.0), (200, 1e-5)):
            model = GaussianMixture(
                3,
                covariance_type=theirs,
                reg_covar=1e-3,
                max_iter=iterations,
                tol=tolerance,
                weights_init=start["weights"],
                means_init=start["means"],
                precisions_init=precisions,
            ).fit(data)
            full = {
                "full": lambda: model.covariances_,
                "diag": lambda: [np.diag(v) for v in model.covariances_],
                "spherical": lambda: [np.eye(2) * v for v in model.covariances_],
            }[theirs]()
            rows.append(
                {
                    "covariance": ours,
                    "start": {**start, "covariances": given},
                    "iterations": iterations,
                    "tolerance": tolerance,
                    "converged": bool(model.converged_),
                    "trace": [float(bound) for bound in model.lower_bounds_],
                    "weights": model.weights_.tolist(),
                    "means": model.means_.tolist(),
                    "covariances": np.array(full).tolist(),
                    "logProb": model.score_samples(at).tolist(),
                    "responsibilities": model.predict_proba(at).tolist(),
                    "bic": float(model.bic(data)),
                }
            )
    return {"data": data.tolist(), "at": at.tolist(), "floor": 1e-3, "fits": rows}


def kernel_density():
    line, plane = rounded(rng.normal(2, 3, size=30)), rounded(rng.normal(size=(20, 2)) * [1, 5])
    at = rounded(np.array([-1.0, 2.5, 60.0]))
    at_plane = rounded(np.array([[0.0, 1.0], [2.0, -6.0], [40.0, 3.0]]))
    gaussian_kde = {rule: stats.gaussian_kde(line, bw_method=rule) for rule in ("scott", "silverman")}
    return {
        "line": {
            "data": line.tolist(),
            "at": at.tolist(),
            "logProb": KernelDensity(bandwidth=0.75).fit(line[:, None]).score_samples(at[:, None]).tolist(),
            **{rule: float(kde.factor * line.std(ddof=1)) for rule, kde in gaussian_kde.items()},
            "scottLogProb": np.log(gaussian_kde["scott"](at[:2])).tolist(),
        },
        "plane": {
            "data": plane.tolist(),
            "at": at_plane.tolist(),
            "logProb": KernelDensity(bandwidth=0.75).fit(plane).score_samples(at_plane).tolist(),
            **{
                rule: float(stats.gaussian_kde(plane.T, bw_method=rule).factor * np.sqrt(plane.var(axis=0, ddof=1).mean()))
                for rule in ("scott", "silverman")
            },
        },
    }


def regression():
    x = rounded(rng.normal(size=(25, 3)) * [1, 10, 0.1] + [0, 50, 1])
    y = rounded(x @ [1.5, -0.2, 4] + 3 + rng.normal(size=25))
    weights = rounded(rng.uniform(0, 2, size=25))
    fits = []
    for intercept in (True, False):
        for penalty in (0, 2.5):
            for weighted in (False, True):
                model = LinearRegression(fit_intercept=intercept) if penalty == 0 else Ridge(
                    alpha=penalty, fit_intercept=intercept, solver="svd"
                )
                model.fit(x, y, sample_weight=weights if weighted else None)
                rss = float(((weights if weighted else 1) * (y - model.predict(x)) ** 2).sum())
                total = float(weights.sum()) if weighted else 25
                root = np.sqrt(weights if weighted else np.ones(25))[:, None]
                center = np.average(x, axis=0, weights=root[:, 0] ** 2) if intercept else 0
                s = np.linalg.svd(root * (x - center), compute_uv=False)
                df = float((s**2 / (s**2 + penalty)).sum()) + intercept
                fits.append(
                    {
                        "intercept": intercept,
                        "penalty": penalty,
                        "weighted": weighted,
                        "weights": model.coef_.tolist(),
                        "free": float(model.intercept_),
                        "overN": rss / total,
                        "overDf": rss / (total - df),
                    }
                )
    return {"x": x.tolist(), "y": y.tolist(), "itemWeights": weights.tolist(), "fits": fits}


def logistic():
    x = rounded(rng.normal(size=(40, 2)) * [1, 4] + [0.5, 0])
    y = (rng.uniform(size=40) < 1 / (1 + np.exp(-(x @ [1.2, -0.4] - 0.3)))).astype(float)
    weights = rounded(rng.uniform(0, 2, size=40))
    fits = []
    for intercept in (True, False):
        for penalty in (0, 0.7, 50):
            for weighted in (False, True):
                model = LogisticRegression(
                    C=np.inf if penalty == 0 else 1 / penalty,
                    fit_intercept=intercept,
                    solver="newton-cg",
                    tol=1e-13,
                    max_iter=10_000,
                ).fit(x, y, sample_weight=weights if weighted else None)
                fits.append(
                    {
                        "intercept": intercept,
                        "penalty": penalty,
                        "weighted": weighted,
                        "weights": model.coef_[0].tolist(),
                        "free": float(np.ravel(model.intercept_)[0]),
                        "probabilities": model.predict_proba(x[:5])[:, 1].tolist(),
                    }
                )
    return {"x": x.tolist(), "y": y.tolist(), "itemWeights": weights.tolist(), "fits": fits}


def argmax_share():
    """Next share of the group N(distance, 1) beside N(0, 1) when every point gets its likelier label."""
    rows = []
    for distance, share in ((1, 0.2), (1, 0.0613), (3, 0.2)):
        threshold = distance / 2 + np.log((1 - share) / share) / distance
        after = share * stats.norm.sf(threshold - distance) + (1 - share) * stats.norm.sf(threshold)
        rows.append({"distance": distance, "share": share, "next": float(after)})
    return rows


json.dump(
    {
        "made with": {
            "python": sys.version.split()[0],
            "numpy": np.__version__,
            "scipy": scipy.__version__,
            "scikit-learn": sklearn.__version__,
        },
        "gaussian": gaussian(),
        "mixture": mixture(),
        "kernelDensity": kernel_density(),
        "regression": regression(),
        "logistic": logistic(),
        "argmaxShare": argmax_share(),
    },
    sys.stdout,
    indent=1,
)
print()
