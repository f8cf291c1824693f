"""Gaussian replace loops in NumPy, vectorised over loops, in two processes: kind (items or sums), loops, generations, size.

Prints the seconds, then the mean of the log variance at the end and its standard error.
"""
import json
import sys
import time
from multiprocessing import Pool

import numpy

kind, runs, generations, size = sys.argv[1], *map(int, sys.argv[2:5])
chunk = 2000  # loops that fit into the processor's memory together


def half(seed):
    rng = numpy.random.default_rng(seed)
    found = []
    for first in range(0, runs // 2, chunk):
        count = min(chunk, runs // 2 - first)
        mean, sd = numpy.zeros(count), numpy.ones(count)
        for _ in range(generations):
            if kind == "items":
                items = rng.standard_normal((count, size))
                items *= sd[:, None]
                items += mean[:, None]
                mean, sd = items.mean(axis=1), items.std(axis=1, ddof=1)
            else:
                mean = mean + sd * rng.standard_normal(count) / numpy.sqrt(size)
                sd = sd * numpy.sqrt(rng.chisquare(size - 1, count) / (size - 1))
        found.append(2 * numpy.log(sd))
    return numpy.concatenate(found)


if __name__ == "__main__":
    began = time.perf_counter()
    with Pool(2) as pool:
        values = numpy.concatenate(pool.map(half, [1, 2]))
    seconds = time.perf_counter() - began
    print(json.dumps([seconds, values.mean(), values.std(ddof=1) / numpy.sqrt(len(values))]))
