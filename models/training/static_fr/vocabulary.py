"""The word and piece vocabulary that the n-gram model is folded into."""
import collections
import re

from .features import piece_features, word_features
from .normalise import STOP, normalise, words
from .offers import training_offers
from .reference import rome

ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'
MAX_WORD = 24


def offer_words(min_docs=4):
    """Words of letters in at least `min_docs` offers, and in mid-sentence mostly without a capital: no names of persons, towns or
    companies. What is left out still gets a vector from its pieces."""
    docs, capital, seen = collections.Counter(), collections.Counter(), collections.Counter()
    for o in training_offers():
        here = set()
        for m in re.finditer(r"[^\W\d_]+", o['description']):
            w = normalise(m.group())
            if not w or ' ' in w:
                continue
            here.add(w)
            if o['description'][max(0, m.start() - 2):m.start()].strip(' \t') and o['description'][m.start() - 1:m.start()] in ' \'’':
                seen[w] += 1
                capital[w] += m.group()[0].isupper() and not m.group().isupper()
        docs.update(here)
    return {w for w, n in docs.items() if n >= min_docs and seen[w] > 1 and capital[w] * 2 < seen[w] and len(w) > 2}


def first_words(texts):
    out = collections.Counter()
    for t in texts:
        out.update(set(words(t)))
    return out


def is_data(word):
    """Numbers longer than four digits: nothing that means a skill, possibly a phone number or a postcode."""
    return bool(re.fullmatch(r'\d{5,}|(0\d)+', word)) or len(word) > MAX_WORD


class Vocabulary:
    """Tokens in order, with the features of each: [PAD] [UNK], stop words, words, initial pieces, continuations."""

    def __init__(self, training_texts, max_words=60000, max_initial=10000, max_inner=18000):
        count = first_words(training_texts)
        extra = offer_words()
        keep = [w for w, _ in sorted(count.items(), key=lambda x: (-x[1], x[0])) if not is_data(w)]
        keep = list(dict.fromkeys(keep + sorted(w for w in extra if not is_data(w))))[:max_words]
        words_ = [w for w in keep if w not in STOP]
        heads, inner = collections.Counter(), collections.Counter()
        for w in words_:
            for k in range(2, 8):
                if len(w) > k:
                    heads[w[:k]] += 1
            for k in range(2, 8):
                for i in range(1, len(w) - k + 1):
                    inner[w[i:i + k]] += 1
        known = set(words_)
        best = lambda c, n: [p for p, m in sorted(c.items(), key=lambda x: (-x[1] * len(x[0]), x[0])) if m > 1][:n]
        self.tokens, self.features = ['[PAD]', '[UNK]'], [[], []]
        for w in sorted(STOP):
            self._add(w, [])
        for w in words_:
            self._add(w, word_features(w))
        for p in best(heads, max_initial):
            if p not in known and p not in STOP:
                self._add(p, piece_features(p, True))
        for p in best(inner, max_inner):
            self._add('##' + p, piece_features(p, False))
        present = set(self.tokens)
        for c in ALPHABET + '+#':
            for token in (c, '##' + c):
                if token not in present:
                    self._add(token, [])
        self.n_stop, self.n_words = len(STOP), len(words_)

    def _add(self, token, features):
        self.tokens.append(token)
        self.features.append(features)


class WordPiece:
    """Greedy longest match first, as tokenizers and transformers.js do it."""

    def __init__(self, tokens):
        self.ids = {t: i for i, t in enumerate(tokens)}
        self.cache = {}

    def word(self, w):
        out = self.cache.get(w)
        if out is None:
            out, start = [], 0
            while start < len(w):
                end = len(w)
                while ('##' if start else '') + w[start:end] not in self.ids:
                    end -= 1
                out.append(self.ids[('##' if start else '') + w[start:end]])
                start = end
            self.cache[w] = out
        return out

    def encode(self, text):
        return [i for w in normalise(text).split() for i in (self.word(w) if len(w) <= 100 else [1])]
