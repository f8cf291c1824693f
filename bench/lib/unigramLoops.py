"""Unigram replace loops in NumPy on given counts (standard input, JSON). By copying
occurrences, and by one multinomial draw per generation."""

import json
import sys

import numpy as np
from peer import serve

runs, generations = map(int, sys.argv[1:])
counts = np.array(json.loads(sys.stdin.readline()))
size, types = int(counts.sum()), len(counts)
text = np.repeat(np.arange(types, dtype=np.uint32), counts)


def copying() -> None:
    rng = np.random.default_rng(1)
    for _ in range(runs):
        words = text
        for _ in range(generations):
            words = words[rng.integers(0, size, size)]
            np.count_nonzero(np.bincount(words, minlength=types))


def multinomial() -> None:
    rng = np.random.default_rng(1)
    for _ in range(runs):
        seen = counts
        for _ in range(generations):
            seen = rng.multinomial(size, seen / size)
            np.count_nonzero(seen)


serve({"copying": copying, "multinomial": multinomial})
