"""Inner loops in numba: sums of rows, their gradients, lazy Adam. One thread, deterministic."""
import math

import numba as nb
import numpy as np


@nb.njit(cache=True, fastmath=True)
def gather(off, ids, which):
    """The id lists of `which`, laid end to end, with their offsets."""
    n = np.int64(0)
    for i in which:
        n += off[i + 1] - off[i]
    out, o, p = np.empty(n, np.int32), np.zeros(len(which) + 1, np.int64), 0
    for k in range(len(which)):
        for j in range(off[which[k]], off[which[k] + 1]):
            out[p] = ids[j]
            p += 1
        o[k + 1] = p
    return out, o


@nb.njit(cache=True, fastmath=True)
def sum_rows(E, ids, off, out):
    for i in range(len(off) - 1):
        for k in range(off[i], off[i + 1]):
            r = ids[k]
            for d in range(E.shape[1]):
                out[i, d] += E[r, d]


@nb.njit(cache=True, fastmath=True)
def scatter_rows(G, ids, off, g):
    for i in range(len(off) - 1):
        for k in range(off[i], off[i + 1]):
            r = ids[k]
            for d in range(g.shape[1]):
                G[r, d] += g[i, d]


@nb.njit(cache=True, fastmath=True)
def lazy_adam(E, M, V, C, rows, G, lr, b1, b2):
    """Rows that a batch does not touch keep their moments; C counts the steps of each row."""
    for p in range(len(rows)):
        r = rows[p]
        C[r] += 1
        c = min(C[r], 2000)
        k1, k2 = 1 / (1 - b1 ** c), 1 / (1 - b2 ** c)
        for d in range(E.shape[1]):
            x = G[p, d]
            m = b1 * M[r, d] + (1 - b1) * x
            v = b2 * V[r, d] + (1 - b2) * x * x
            M[r, d] = m
            V[r, d] = v
            E[r, d] -= lr * (m * k1) / (math.sqrt(v * k2) + 1e-8)
