"""Reference values for language models, decoding and metrics of text, from NLTK, SciPy, NumPy and zlib. Prints JSON."""

import gzip
import json
import sys
import zlib
from collections import Counter
from itertools import product

import nltk
import numpy
import scipy
from nltk.lm import MLE, Lidstone
from nltk.lm.models import InterpolatedLanguageModel
from nltk.lm.smoothing import WittenBell
from nltk.lm.vocabulary import Vocabulary
from nltk.translate.bleu_score import SmoothingFunction, sentence_bleu
from nltk.util import ngrams
from scipy.spatial.distance import jensenshannon

ORDER, TYPES = 3, 5  # NLTK adds a token for unknown words: id 5, never seen, so there are 6
VOCABULARY = TYPES + 1
rng = numpy.random.default_rng(7)
tokens = [int(x) for x in rng.choice(TYPES, size=40, p=[0.4, 0.3, 0.15, 0.1, 0.05])]


def circular(n):
    """n-grams of the text read as a circle; NLTK wants strings."""
    return [tuple(str(tokens[(i + j) % len(tokens)]) for j in range(n)) for i in range(len(tokens))]


class WittenBellToUniform(WittenBell):
    """NLTK's Witten-Bell stops at unigram frequencies; here these too are mixed, with 1/V."""

    def unigram_score(self, word):
        seen, total = len(self.counts.unigrams), self.counts.unigrams.N()
        return (self.counts.unigrams[word] + seen / len(self.vocab)) / (total + seen)


class JelinekMercer(WittenBell):
    """Fixed weights .1 (uniform), .2, .3, .4: the share of each order in the mixture up to it."""

    shares = {0: 0.2 / 0.3, 1: 0.3 / 0.6, 2: 0.4}

    def alpha_gamma(self, word, context):
        share = self.shares[len(context)]
        return share * self.counts[context].freq(word), 1 - share

    def unigram_score(self, word):
        share = self.shares[0]
        return share * self.counts.unigrams.freq(word) + (1 - share) / len(self.vocab)


def fitted(model):
    model.fit([[gram for n in range(1, ORDER + 1) for gram in circular(n)]])
    return model


def ngram_models():
    vocabulary = lambda: Vocabulary(map(str, tokens), unk_cutoff=1, unk_label=str(TYPES))
    models = {
        "unsmoothed": fitted(MLE(ORDER, vocabulary=vocabulary())),
        "addAlpha": fitted(Lidstone(0.5, ORDER, vocabulary=vocabulary())),
        "wittenBell": fitted(InterpolatedLanguageModel(WittenBellToUniform, ORDER, vocabulary=vocabulary())),
        "jelinekMercer": fitted(InterpolatedLanguageModel(JelinekMercer, ORDER, vocabulary=vocabulary())),
    }
    assert all(len(model.vocab) == VOCABULARY for model in models.values())
    contexts = [c for n in range(ORDER) for c in product(map(str, range(VOCABULARY)), repeat=n)]
    seen = {gram[:-1] for n in range(1, ORDER + 1) for gram in circular(n)}
    return {
        "tokens": tokens,
        "vocabularySize": VOCABULARY,
        "contexts": [
            {
                "context": [int(w) for w in context],
                "seen": context in seen,
                **{name: [float(m.unmasked_score(str(w), context)) for w in range(VOCABULARY)] for name, m in models.items()},
            }
            for context in contexts
        ],
    }


def decoding():
    p = numpy.array([0.02, 0.31, 0.11, 0.005, 0.25, 0.0, 0.305])

    def softmax_of(logits, temperature):
        x = logits / temperature
        x = numpy.exp(x - x.max())
        return (x / x.sum()).tolist()

    with numpy.errstate(divide="ignore"):
        logits = numpy.log(p)
    order = numpy.argsort(-p)

    def keep(ids):
        q = numpy.zeros_like(p)
        q[ids] = p[ids]
        return (q / q.sum()).tolist()

    return {
        "p": p.tolist(),
        "temperature": [{"T": t, "value": softmax_of(logits, t)} for t in (0.1, 0.8, 1.0, 2.5)],
        "topK": [{"k": k, "value": keep(order[:k])} for k in (1, 3, 6, 7, 100)],
        "nucleus": [
            {"p": m, "value": keep(order[: int(numpy.searchsorted(numpy.cumsum(p[order]), m)) + 1])}
            for m in (0.1, 0.5, 0.62, 0.9, 0.999)
        ],
    }


WORDS = "the whale sea of a and ship man old white".split()


def samples():
    out = []
    for length in (12, 9, 15, 9, 3, 20, 1, 11):
        out.append([WORDS[min(int(x), 9)] for x in rng.exponential(2.5, size=length)])
    return out + [list(out[2])]


def bleus(texts):
    methods = {
        "none": SmoothingFunction().method0,
        "epsilon": SmoothingFunction(epsilon=0.1).method1,
        "addOne": SmoothingFunction().method2,
    }
    rows = []
    for n in (1, 2, 4):
        row = {"n": n}
        for name, method in methods.items():
            row[name] = [
                float(sentence_bleu(texts[:i] + texts[i + 1 :], text, [1 / n] * n, method))
                for i, text in enumerate(texts)
            ]
        rows.append(row)
    return rows


def text_metrics():
    texts = samples()
    long = [w for t in texts for w in t]
    windows = {}
    for w in (1, 5, 50):
        ratios = [len(set(long[i : i + w])) / w for i in range(len(long) - w + 1)]
        windows[str(w)] = float(numpy.mean(ratios))
    distinct, jsd = [], []
    for n in (1, 2, 3):
        fit = [t for t in texts if len(t) >= n]
        pooled = [g for t in texts for g in ngrams(t, n)]
        own = [len(set(ngrams(t, n))) / len(list(ngrams(t, n))) for t in fit]
        distinct.append({"n": n, "pooled": len(set(pooled)) / len(pooled), "perSample": float(numpy.mean(own))})
        a, b = Counter(ngrams(texts[0] + texts[1], n)), Counter(ngrams(texts[2] + texts[5], n))
        keys = sorted(set(a) | set(b))
        root = jensenshannon([a[k] for k in keys], [b[k] for k in keys], base=2)
        jsd.append({"n": n, "bits": float(root) ** 2})
    repeats = []
    for n, window in [(1, 1), (1, 5), (2, 10), (3, None)]:
        grams = list(ngrams(long, n))
        share = numpy.mean([g in (grams[:i] if window is None else grams[max(0, i - window) : i]) for i, g in enumerate(grams)])
        repeats.append({"n": n, "window": window, "value": float(share)})
    return {
        "texts": texts,
        "bleu": bleus(texts),
        "mattr": windows,
        "typeTokenRatio": len(set(long)) / len(long),
        "distinct": distinct,
        "jensenShannon": jsd,
        "repetition": repeats,
    }


def compression():
    texts = [" ".join(rng.choice(WORDS, size=n)) for n in (1, 30, 400, 5000)] + ["ä–🐋" * 100]
    return [{"text": t, "bytes": len(t.encode()), "gzip": len(gzip.compress(t.encode(), 9))} for t in texts]


print(
    json.dumps(
        {
            "made with": {
                "python": sys.version.split()[0],
                "nltk": nltk.__version__,
                "numpy": numpy.__version__,
                "scipy": scipy.__version__,
                "zlib": zlib.ZLIB_RUNTIME_VERSION,
            },
            "ngram": ngram_models(),
            "decoding": decoding(),
            "text": text_metrics(),
            "compression": compression(),
        },
        ensure_ascii=False,
        indent=1,
    )
)
