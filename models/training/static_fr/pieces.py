"""Vectors of the vocabulary pieces, fitted so that a word outside the vocabulary gets nearly its exact n-gram vector.

Words stay exact. Pieces start as the sum of their own n-grams and move by ridge regression: every vocabulary word is cut as if it
were absent, every longer one also with a slip of the fingers, and the sum of its pieces should be its n-gram vector."""
import random

import numpy as np
from scipy.sparse import csr_matrix

from .features import word_features
from .vocabulary import WordPiece

RIDGE = 1.


def slips(word, rng):
    k = rng.randrange(1, len(word) - 1)
    return rng.choice((word[:k] + word[k + 1:], word[:k] + word[k + 1] + word[k] + word[k + 2:], word[:k] + word[k] + word[k:],
                       word[:k] + rng.choice('aeinorst') + word[k + 1:], word + rng.choice(('s', 'e', 'es', 'nt', 'x'))))


def cut_without(tokenizer, word):
    """The pieces of a vocabulary word, had it been left out."""
    i = tokenizer.ids.pop(word, None)
    tokenizer.cache.clear()
    out = tokenizer.word(word)
    if i is not None:
        tokenizer.ids[word] = i
    return out


def fit(model, vocab, seed=3, iterations=60):
    """The vectors of all tokens."""
    E = model.sums(vocab.features)
    rng, tokenizer = random.Random(seed), WordPiece(vocab.tokens)
    # a single letter or an unused first piece is a piece too; whole words and stop words are not
    first_piece = 2 + vocab.n_stop + vocab.n_words
    samples = []
    for w in vocab.tokens[2 + vocab.n_stop:first_piece]:
        if len(w) > 3 and w.isalpha():
            samples.append((w, cut_without(tokenizer, w)))
        if len(w) > 5 and w.isalpha():
            s = slips(w, rng)
            if s not in tokenizer.ids:
                samples.append((s, tokenizer.word(s)))
    tokenizer.cache.clear()
    target = model.sums([word_features(w) for w, _ in samples])
    off = np.cumsum([0] + [len(p) for _, p in samples])
    A = csr_matrix((np.ones(off[-1], np.float32), [i for _, p in samples for i in p], off), (len(samples), len(E)))
    # a sample counts the same whatever the length of its vector
    weight = 1 / (np.linalg.norm(target, axis=1, keepdims=True) + .1 * np.linalg.norm(target, axis=1).mean())
    weight /= weight.mean()
    residual = (target - A @ E) * weight
    B = A[:, first_piece:].multiply(weight).tocsr()
    X = np.zeros((B.shape[1], E.shape[1]), np.float32)
    G = B.T @ residual
    P, rs = G.copy(), (G * G).sum(0)
    for _ in range(iterations):                     # conjugate gradients, one system per dimension
        Q = B.T @ (B @ P) + RIDGE * P
        a = rs / ((P * Q).sum(0) + 1e-12)
        X += a * P
        G -= a * Q
        new = (G * G).sum(0)
        P = G + (new / (rs + 1e-12)) * P
        rs = new
    cos = lambda V: float(np.mean((V * target).sum(1) / (np.linalg.norm(V, axis=1) * np.linalg.norm(target, axis=1) + 1e-9)))
    before = cos(A @ E)
    E[first_piece:] += X
    print(f'{len(samples)} words cut into pieces: cosine to the exact vector {before:.3f} -> {cos(A @ E):.3f}')
    return E
