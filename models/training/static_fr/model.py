"""The n-gram model: feature rows; a text is the normalised sum of the rows of its words."""
import numpy as np

from .features import Csr, Lexicon, word_features
from .kernels import sum_rows
from .normalise import words


class NgramModel:
    def __init__(self, lexicon, E):
        self.lexicon, self.E, self._cache = lexicon, E, {}

    def save(self, path):
        np.savez(path, features=np.array('\n'.join(self.lexicon.features)), E=self.E.astype(np.float16))

    @staticmethod
    def load(path):
        d = np.load(path)
        return NgramModel(Lexicon(str(d['features']).split('\n')), d['E'].astype(np.float32))

    def sums(self, feature_lists):
        c = Csr([self.lexicon.rows(f) for f in feature_lists])
        out = np.zeros((len(feature_lists), self.E.shape[1]), np.float32)
        sum_rows(self.E, c.ids, c.off, out)
        return out

    def word(self, w):
        v = self._cache.get(w)
        if v is None:
            v = self._cache[w] = self.sums([word_features(w)])[0]
        return v

    def encode(self, texts):
        out = np.zeros((len(texts), self.E.shape[1]), np.float32)
        for i, t in enumerate(texts):
            for w in words(t):
                out[i] += self.word(w)
        return out / (np.linalg.norm(out, axis=1, keepdims=True) + 1e-9)
