"""The draws of draws.bench.ts in NumPy."""

import sys

import numpy as np
from peer import serve

n, types, size = map(int, sys.argv[1:])
rng = np.random.default_rng(1)
p = 1 / np.arange(1, types + 1)
p /= p.sum()
text = rng.choice(types, size, p=p).astype(np.uint32)

out = np.empty(n)

lines = {
    "normal": lambda: rng.standard_normal(out=out),
    "gamma, shape 0.1": lambda: rng.gamma(0.1, 1, n),
    "gamma, shape 2": lambda: rng.gamma(2, 1, n),
    "gamma, shape 50": lambda: rng.gamma(50, 1, n),
    "poisson, mean 0.5": lambda: rng.poisson(0.5, n),
    "poisson, mean 20": lambda: rng.poisson(20, n),
    "poisson, mean 10 000": lambda: rng.poisson(1e4, n),
    "binomial, 10 × 0.3": lambda: rng.binomial(10, 0.3, n),
    "binomial, 1 000 × 0.5": lambda: rng.binomial(1000, 0.5, n),
    "binomial, 1 000 000 × 0.3": lambda: rng.binomial(10**6, 0.3, n),
    "multinomial by counts": lambda: rng.multinomial(size, p),
    "multinomial by occurrences": lambda: text[rng.integers(0, size, size)],
    "permutation": lambda: rng.permutation(n),
}

serve(lines)
