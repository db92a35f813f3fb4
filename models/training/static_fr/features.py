"""A word is a set of features: itself and the 3- to 5-grams of <word>. Features seen in training have a row, others none."""
import collections

import numpy as np

from .normalise import words

NGRAMS = (3, 4, 5)


def word_features(word):
    p = f'<{word}>'
    return ['=' + word] + [p[i:i + k] for k in NGRAMS for i in range(len(p) - k + 1)]


def piece_features(piece, initial):
    """The n-grams that a vocabulary piece can stand for: no word feature, no closing mark."""
    p = f'<{piece}' if initial else piece
    return [p[i:i + k] for k in NGRAMS for i in range(len(p) - k + 1)]


class Csr:
    """Lists of ids, laid end to end."""

    def __init__(self, lists):
        self.off = np.zeros(len(lists) + 1, np.int64)
        self.off[1:] = np.cumsum([len(x) for x in lists])
        self.ids = np.fromiter((i for x in lists for i in x), np.int32, self.off[-1])


class Lexicon:
    """Feature rows known from the training texts."""

    def __init__(self, features):
        self.features = features
        self.row = {f: i for i, f in enumerate(features)}

    @staticmethod
    def from_texts(texts, min_df=2):
        df = collections.Counter()
        for w, n in collections.Counter(w for t in texts for w in set(words(t))).items():
            for f in set(word_features(w)):
                df[f] += n
        kept = sorted(f for f, n in df.items() if n >= min_df)
        return Lexicon(kept), np.array([df[f] for f in kept])

    def rows(self, features):
        return [self.row[f] for f in features if f in self.row]


class TextTable:
    """Texts as word ids, words as feature ids."""

    def __init__(self, lexicon, max_words=160):
        self.lexicon, self.max_words = lexicon, max_words
        self.text_id, self._texts, self.word_id, self._words = {}, [], {}, []

    def add(self, text):
        i = self.text_id.get(text)
        if i is None:
            ids = []
            for w in words(text)[:self.max_words]:
                k = self.word_id.get(w)
                if k is None:
                    k = self.word_id[w] = len(self._words)
                    self._words.append(self.lexicon.rows(word_features(w)))
                ids.append(k)
            i = self.text_id[text] = len(self._texts)
            self._texts.append(ids)
        return i

    def freeze(self):
        self.texts, self.words = Csr(self._texts), Csr(self._words)
        return self
