"""Contrastive training (InfoNCE, both directions, batches of one kind of pair) of the n-gram model."""
import argparse
import os
import random
import time

import numpy as np

from .features import Lexicon, TextTable
from .kernels import gather, lazy_adam, scatter_rows, sum_rows
from .model import NgramModel
from .pairs import WEIGHTS, build
from .paths import WORK
from .reference import Reference


class Trainer:
    def __init__(self, table, df, dim, seed, temperature):
        rng = np.random.default_rng(seed)
        n = len(table.lexicon.features)
        idf = np.log((len(table.text_id) + 1) / (df + 1)) / 8
        self.E = (rng.normal(0, .05, (n, dim)) * idf[:, None]).astype(np.float32)
        self.M, self.V, self.C = np.zeros_like(self.E), np.zeros_like(self.E), np.zeros(n, np.int64)
        self.table, self.dim, self.t = table, dim, temperature

    def step(self, a, b, group, lr):
        """One batch of text ids a[i] <-> b[i]; equal texts and equal groups are no negatives of each other."""
        T, D, n = self.table, self.dim, len(a)
        wid, woff = gather(T.texts.off, T.texts.ids, np.concatenate([a, b]))
        words, wix = np.unique(wid, return_inverse=True)
        fid, foff = gather(T.words.off, T.words.ids, words)
        rows, fix = np.unique(fid, return_inverse=True)
        wix, fix = wix.astype(np.int32), fix.astype(np.int32)
        Wv = np.zeros((len(words), D), np.float32)
        sum_rows(self.E, fid, foff, Wv)
        X = np.zeros((2 * n, D), np.float32)
        sum_rows(Wv, wix, woff, X)
        norm = np.linalg.norm(X, axis=1, keepdims=True) + 1e-6
        U = X / norm
        S = U[:n] @ U[n:].T / self.t
        same = (a[:, None] == a) | (b[:, None] == b) | (group[:, None] == group)
        np.fill_diagonal(same, False)
        S[same] = -1e4
        p = np.exp(S - S.max(1, keepdims=True))
        p /= p.sum(1, keepdims=True)
        q = np.exp(S - S.max(0, keepdims=True))
        q /= q.sum(0, keepdims=True)
        d = np.arange(n)
        loss = -(np.log(p[d, d] + 1e-12).mean() + np.log(q[d, d] + 1e-12).mean()) / 2
        G = p + q
        G[d, d] -= 2
        G /= 2 * n * self.t
        gU = np.concatenate([G @ U[n:], G.T @ U[:n]])
        gX = ((gU - U * (gU * U).sum(1, keepdims=True)) / norm).astype(np.float32)
        gW = np.zeros_like(Wv)
        scatter_rows(gW, wix, woff, gX)
        gF = np.zeros((len(rows), D), np.float32)
        scatter_rows(gF, fix, foff, gW)
        lazy_adam(self.E, self.M, self.V, self.C, rows, gF, lr, .9, .999)
        return loss


def epoch_batches(pairs, size, rng, weights):
    out = []
    for kind, v in pairs.items():
        w = weights.get(kind, 1)
        pick = np.concatenate([np.arange(len(v))] * int(w) + [np.flatnonzero(rng.random(len(v)) < w % 1)])
        rng.shuffle(pick)
        out += [v[pick[i:i + size]] for i in range(0, max(1, len(pick) - size // 2), size)]
    out = [b for b in out if len(b) >= 16]
    order = rng.permutation(len(out))
    return [out[i] for i in order]


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--dim', type=int, default=128)
    ap.add_argument('--epochs', type=int, default=8)
    ap.add_argument('--batch', type=int, default=512)
    ap.add_argument('--lr', type=float, default=3e-3)
    ap.add_argument('--temperature', type=float, default=.05)
    ap.add_argument('--seed', type=int, default=0)
    ap.add_argument('--weights', default='', help='kind=weight,... over the defaults of pairs.py')
    ap.add_argument('--without-gold', action='store_true', help='leave the training gold out, to tune formulas on it')
    ap.add_argument('--out', default=os.path.join(WORK, 'ngram.npz'))
    A = ap.parse_args()
    os.makedirs(os.path.dirname(A.out), exist_ok=True)
    random.seed(A.seed)
    t0 = time.time()
    weights = {**WEIGHTS, **{k: float(x) for k, x in (s.split('=') for s in A.weights.split(',') if s)}}
    raw = build(Reference(), gold_train=not A.without_gold)
    raw = {k: v for k, v in raw.items() if weights.get(k, 1) > 0}
    texts = sorted({t for v in raw.values() for p in v for t in p[:2]})
    lexicon, df = Lexicon.from_texts(texts)
    table, groups, pairs = TextTable(lexicon), {}, {}
    for kind, v in raw.items():
        pairs[kind] = np.array([(table.add(a), table.add(b), groups.setdefault(g if g is not None else (kind, i), len(groups)))
                                for i, (a, b, g) in enumerate(v)], np.int64)
    table.freeze()
    print({k: len(v) for k, v in pairs.items()})
    print(f'{sum(map(len, pairs.values()))} pairs, {len(texts)} texts, {len(table.word_id)} words, '
          f'{len(lexicon.features)} features, {time.time() - t0:.0f} s', flush=True)

    rng, trainer, t0 = np.random.default_rng(A.seed), Trainer(table, df, A.dim, A.seed, A.temperature), time.time()
    for e in range(A.epochs):
        batches, loss = epoch_batches(pairs, A.batch, rng, weights), 0
        for i, b in enumerate(batches):
            lr = A.lr * (1 - (e + i / len(batches)) / A.epochs) + 2e-4
            loss += trainer.step(b[:, 0], b[:, 1], b[:, 2], lr)
        print(f'epoch {e} batches {len(batches)} loss {loss / len(batches):.4f} {time.time() - t0:.0f} s', flush=True)
        if e == 0 or e % 2 == 1:
            NgramModel(lexicon, trainer.E).save(A.out)
    NgramModel(lexicon, trainer.E).save(A.out)


if __name__ == '__main__':
    main()
