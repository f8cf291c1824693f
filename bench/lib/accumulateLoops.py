"""Accumulate loops of Gaussians in NumPy, all runs in one array. Prints the median times in seconds: drawing every item
and pooling sums, then drawing the sums themselves."""

import statistics
import sys
import time

import numpy as np

runs, generations, size, repeats = map(int, sys.argv[1:])


def seconds(items: bool) -> float:
    rng = np.random.default_rng(1)
    started = time.perf_counter()
    mean, sd = np.zeros(runs), np.ones(runs)
    count, middle, squares = 0, np.zeros(runs), np.zeros(runs)
    for _ in range(generations):
        if items:
            data = mean[:, None] + sd[:, None] * rng.standard_normal((runs, size))
            new_middle = data.mean(axis=1)
            new_squares = ((data - new_middle[:, None]) ** 2).sum(axis=1)
        else:
            new_middle = mean + sd / np.sqrt(size) * rng.standard_normal(runs)
            new_squares = sd**2 * rng.chisquare(size - 1, runs)
        apart, total = new_middle - middle, count + size
        squares = squares + new_squares + apart**2 * count * size / total
        middle = middle + apart * size / total
        count = total
        mean, sd = middle, np.sqrt(squares / count)
    return time.perf_counter() - started


for items in (True, False):
    print(statistics.median(seconds(items) for _ in range(repeats)))
