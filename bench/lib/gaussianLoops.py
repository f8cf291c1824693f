"""The loops of chapter 1 in NumPy, all runs in one array."""

import sys

import numpy as np
from peer import serve

runs, generations, size = map(int, sys.argv[1:])


def loops() -> None:
    rng = np.random.default_rng(1)
    mean, sd = np.zeros((runs, 1)), np.ones((runs, 1))
    for _ in range(generations):
        data = mean + sd * rng.standard_normal((runs, size))
        mean, sd = data.mean(axis=1, keepdims=True), data.std(axis=1, ddof=1, keepdims=True)


serve({"loops": loops})
