"""EM of scikit-learn from a given start. Reads the points and the start as JSON, prints seconds and the log density."""

import json
import statistics
import sys
import time
import warnings

import numpy as np
from sklearn.mixture import GaussianMixture

warnings.filterwarnings("ignore")
given = json.load(sys.stdin)
data, start = np.array(given["data"]), given["start"]
logs = []


def seconds() -> float:
    model = GaussianMixture(
        len(start["weights"]),
        max_iter=given["iterations"],
        tol=0,
        reg_covar=1e-6,
        weights_init=start["weights"],
        means_init=start["means"],
        precisions_init=np.linalg.inv(np.array(start["covariances"])),
    )
    started = time.perf_counter()
    model.fit(data)
    logs.append(float(model.lower_bound_))
    return time.perf_counter() - started


print(json.dumps({"seconds": statistics.median(seconds() for _ in range(given["repeats"])), "log": logs[-1]}))
