"""Unigram replace loops in NumPy on given counts (standard input, JSON). Prints the median times in seconds: copying
occurrences, then one multinomial draw per generation."""

import json
import statistics
import sys
import time

import numpy as np

runs, generations, repeats = map(int, sys.argv[1:])
counts = np.array(json.load(sys.stdin))
size, types = int(counts.sum()), len(counts)
text = np.repeat(np.arange(types, dtype=np.uint32), counts)


def copying() -> None:
    rng = np.random.default_rng(1)
    for _ in range(runs):
        words = text
        for _ in range(generations):
            words = words[rng.integers(0, size, size)]
            np.bincount(words, minlength=types)


def multinomial() -> None:
    rng = np.random.default_rng(1)
    for _ in range(runs):
        seen = counts
        for _ in range(generations):
            seen = rng.multinomial(size, seen / size)


for work in (copying, multinomial):
    times = []
    for _ in range(repeats):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    print(statistics.median(times))
