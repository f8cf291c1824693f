"""The bigram replace loop in Python. Reads "size tokens…" as a line; two ways.

"python": one chain, NumPy for the fit and plain lists for the chain, which cannot be vectorised.
"numpy": the same number of tokens as 1000 chains side by side, so that every step is one NumPy operation.
"""

import random
import sys

import numpy as np
from peer import serve

generations = int(sys.argv[1])
size, *tokens = map(int, sys.stdin.readline().split())
start_text = np.array(tokens)
UNIFORM, UNIGRAM = 0.02, 0.4  # shares below which a token is uniform, or a unigram; else the context's successor


def fit(text):
    """For each token, where its occurrences begin in the list of what follows them."""
    order = np.argsort(text, kind="stable")
    successors = np.roll(text, -1)[order]
    starts = np.concatenate(([0], np.cumsum(np.bincount(text, minlength=size))))
    return successors, starts


def write_chain(text, successors, starts):
    text, successors, starts = text.tolist(), successors.tolist(), starts.tolist()
    n, rand, out = len(text), random.random, []
    last = text[int(rand() * n)]
    for _ in range(n):
        u = rand()
        first, count = starts[last], starts[last + 1] - starts[last]
        if u < UNIFORM:
            last = int(rand() * size)
        elif u < UNIGRAM or count == 0:
            last = text[int(rand() * n)]
        else:
            last = successors[first + int(rand() * count)]
        out.append(last)
    return np.array(out)


def write_chains(text, successors, starts, chains=1000):
    rng = np.random.default_rng(1)
    n = len(text)
    last = text[rng.integers(n, size=chains)]
    columns = []
    for _ in range(-(-n // chains)):
        u, place = rng.random(chains), rng.random(chains)
        first, count = starts[last], starts[last + 1] - starts[last]
        copied = successors[np.minimum(first + (place * count).astype(np.int64), n - 1)]
        unigram = text[(place * n).astype(np.int64)]
        uniform = (place * size).astype(np.int64)
        last = np.where(u < UNIFORM, uniform, np.where((u < UNIGRAM) | (count == 0), unigram, copied))
        columns.append(last)
    return np.stack(columns, axis=1).ravel()[:n]


def loop(write) -> None:
    text = start_text
    for _ in range(generations):
        text = write(text, *fit(text))


random.seed(1)
serve({"python": lambda: loop(write_chain), "numpy": lambda: loop(write_chains)})
