"""Losses and gradients of the library's networks, and steps of Adam, by PyTorch in 64 bits. Prints JSON."""

import json
import math
import sys

import torch
from torch import nn

torch.set_default_dtype(torch.float64)


def wave(count, speed, height=0.5):
    """Numbers without pattern that any program can make again."""
    return [height * math.sin(speed * (i + 1) ** 1.5) for i in range(count)]


def network(shapes):
    size = sum(math.prod(shape) for shape in shapes)
    flat = wave(size, 0.7)
    weights = []
    for shape in shapes:
        weights.append(torch.tensor(flat[: math.prod(shape)]).reshape(shape).requires_grad_())
        flat = flat[math.prod(shape) :]
    return weights


def answer(loss_of, weights, h=1e-6):
    """The loss, its gradient by PyTorch, and the same from differences of the loss alone."""
    loss = loss_of(*weights)
    loss.backward()
    differences = []
    with torch.no_grad():
        for w in weights:
            flat = w.view(-1)
            for i in range(flat.numel()):
                middle = flat[i].item()
                flat[i] = middle + h
                above = loss_of(*weights).item()
                flat[i] = middle - h
                differences.append((above - loss_of(*weights).item()) / (2 * h))
                flat[i] = middle
    gradient = [g for w in weights for g in w.grad.flatten().tolist()]
    return {"loss": loss.item(), "gradient": gradient, "differences": differences}


def vae(n=5, d=6, hidden=4, latent=2):
    weights = network(
        [(d, hidden), (hidden,), (hidden, 2 * latent), (2 * latent,), (latent, hidden), (hidden,), (hidden, d), (d,)]
    )
    x = torch.tensor([abs(v) for v in wave(n * d, 1.3, 1)]).reshape(n, d)
    noise = torch.tensor(wave(n * latent, 2.1, 2)).reshape(n, latent)

    def loss(w1, b1, w2, b2, w3, b3, w4, b4):
        mean, log_variance = (torch.relu(x @ w1 + b1) @ w2 + b2).chunk(2, dim=1)
        logits = torch.relu((mean + torch.exp(log_variance / 2) * noise) @ w3 + b3) @ w4 + b4
        misfit = nn.functional.binary_cross_entropy_with_logits(logits, x, reduction="sum")
        return misfit + (mean**2 + log_variance.exp() - log_variance - 1).sum() / 2

    return {"n": n, "d": d, "hidden": hidden, "latent": latent, **answer(loss, weights)}


def language(vocabulary=5, context=3, embedding=2, hidden=4):
    text = [0, 3, 1, 4, 4, 2, 0, 1, 3, 3, 2]
    weights = network(
        [(vocabulary + 1, embedding), (context * embedding, hidden), (hidden,), (hidden, vocabulary), (vocabulary,)]
    )
    before = [[text[i - context + k] if i - context + k >= 0 else vocabulary for k in range(context)] for i in range(len(text))]

    def loss(table, w1, b1, w2, b2):
        x = table[torch.tensor(before)].reshape(len(text), -1)
        logits = torch.relu(x @ w1 + b1) @ w2 + b2
        return nn.functional.cross_entropy(logits, torch.tensor(text), reduction="sum")

    made = {"vocabulary": vocabulary, "context": context, "embedding": embedding, "hidden": hidden, "text": text}
    return {**made, **answer(loss, weights)}


def adam(rate=0.05, steps=7):
    weights = torch.tensor(wave(6, 0.7)).requires_grad_()
    optimizer = torch.optim.Adam([weights], lr=rate)
    trace = []
    for _ in range(steps):
        optimizer.zero_grad()
        (weights**4 - weights).sum().backward()
        optimizer.step()
        trace.append(weights.detach().tolist())
    return {"rate": rate, "trace": trace}


print(
    json.dumps(
        {
            "made with": {"python": sys.version.split()[0], "torch": torch.__version__},
            "vae": vae(),
            "language": language(),
            "adam": adam(),
        },
        indent=1,
    )
)
