"""The loops of chapter 1 in NumPy, all runs in one array. Prints the median time in seconds."""

import statistics
import sys
import time

import numpy as np

runs, generations, size, repeats = map(int, sys.argv[1:])


def seconds() -> float:
    rng = np.random.default_rng(1)
    started = time.perf_counter()
    mean, sd = np.zeros((runs, 1)), np.ones((runs, 1))
    for _ in range(generations):
        data = mean + sd * rng.standard_normal((runs, size))
        mean, sd = data.mean(axis=1, keepdims=True), data.std(axis=1, ddof=1, keepdims=True)
    return time.perf_counter() - started


print(statistics.median(seconds() for _ in range(repeats)))
