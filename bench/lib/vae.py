"""Seconds per epoch of the same variational autoencoder in PyTorch: `python vae.py DATA n d hidden latent batch epochs`.

DATA is a file of little-endian 32-bit floats, n rows of d. Prints the median epoch.
"""

import statistics
import sys
import time

import numpy
import torch
from torch import nn

path, *numbers = sys.argv[1:]
n, d, hidden, latent, batch, epochs = map(int, numbers)
data = torch.from_numpy(numpy.fromfile(path, dtype="<f4").reshape(n, d))
torch.manual_seed(1)
first, second, third, fourth = nn.Linear(d, hidden), nn.Linear(hidden, 2 * latent), nn.Linear(latent, hidden), nn.Linear(hidden, d)
weights = [p for layer in (first, second, third, fourth) for p in layer.parameters()]
optimizer = torch.optim.Adam(weights, lr=1e-3)

seconds = []
for _ in range(epochs):
    started = time.perf_counter()
    for items in torch.randperm(n).split(batch):
        x = data[items]
        mean, log_variance = second(torch.relu(first(x))).chunk(2, dim=1)
        z = mean + torch.exp(log_variance / 2) * torch.randn_like(mean)
        logits = fourth(torch.relu(third(z)))
        misfit = nn.functional.binary_cross_entropy_with_logits(logits, x, reduction="sum")
        divergence = (mean.square() + log_variance.exp() - log_variance - 1).sum() / 2
        optimizer.zero_grad()
        ((misfit + divergence) / len(items)).backward()
        optimizer.step()
    seconds.append(time.perf_counter() - started)
print(statistics.median(seconds))
