"""Figures on the development gold (only measured, never fitted): linking of given spans, and the métier of a document."""
import argparse
import json
import os

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction.text import TfidfVectorizer

from . import wordings
from .formulas import CORE, LEXICAL, PRIOR, expected_concepts, fiche_vectors, link_scores, metier_logits
from .normalise import normalise
from .offers import gold, sentences
from .paths import MODEL
from .reference import Reference
from .titles import clean_title, gender_forms


class Gold:
    def __init__(self, R, names=('offers-dev', 'profiles-dev')):
        self.docs = [dict(d, set=n) for n in names for d in gold(n)]
        self.spans, self.ok, self.doc = [], [], []
        for i, d in enumerate(self.docs):
            for m in d['mentions']:
                self.spans.append(m['span'])
                self.ok.append({c['code'] for c in m['concepts']})
                self.doc.append(i)
        self.doc = np.array(self.doc)
        self.set = np.array([self.docs[i]['set'] for i in self.doc])
        self.macros = [{R.parent[c] for c in ok if R.parent.get(c)} for ok in self.ok]


def link_figures(R, G, S, k=100):
    """MRR, acc1, r5, macro5 as gold/evaluate.py defines them, by set."""
    S = np.asarray(S)
    top = np.argpartition(-S, k, axis=1)[:, :k]
    rows = np.arange(len(S))[:, None]
    top = top[rows, np.argsort(-S[rows, top], axis=1)][:, :20]
    out = {}
    for name in dict.fromkeys(G.set):
        f = np.zeros(4)
        n = nm = 0
        for i in np.flatnonzero(G.set == name):
            codes = [R.codes[j] for j in top[i]]
            rank = next((r + 1 for r, c in enumerate(codes) if c in G.ok[i]), 0)
            n += 1
            f[:3] += (1 / rank if rank else 0, rank == 1, 0 < rank <= 5)
            if G.macros[i]:
                nm += 1
                pm = list(dict.fromkeys(R.parent[c] for c in codes if R.parent.get(c)))
                f[3] += any(x in G.macros[i] for x in pm[:5])
        out[name] = np.round(np.append(f[:3] / n, f[3] / nm), 4)
    return out


def tfidf(vectorisers, candidates, queries):
    Y = hstack([v.fit_transform(map(normalise, candidates)) for v in vectorisers]).tocsr()
    return (hstack([v.transform(map(normalise, queries)) for v in vectorisers]).tocsr() @ Y.T).toarray()


def lexical(candidates, queries):
    return tfidf([TfidfVectorizer(analyzer='char_wb', ngram_range=(3, 5), sublinear_tf=True, max_features=400000, dtype=np.float32),
                  TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True, dtype=np.float32, token_pattern=r'\S+')],
                 candidates, queries)


def max_by(S, owner, n, empty=-1.):
    """Columns of S reduced to their owner by maximum."""
    out = np.full((len(S), n), empty, np.float32)
    o = np.argsort(owner, kind='stable')
    so = owner[o]
    b = np.flatnonzero(np.r_[True, so[1:] != so[:-1]])
    out[:, so[b]] = np.maximum.reduceat(S[:, o], b, axis=1)
    return out


class Fiches:
    """Names of every fiche (label, appellations, both gender forms, everyday titles) and its items."""

    def __init__(self, R, everyday=True):
        self.codes = sorted(R.fiches)
        at = {c: i for i, c in enumerate(self.codes)}
        names = [(n, c) for c, n in R.fiches.items()] + [(l, c) for l, _, c in R.appellations]
        names += [(f, c) for n, c in names for f in gender_forms(n)]
        if everyday:
            names += [(w, c) for c, w in wordings.metier_wordings()]
        names = sorted(set(names))
        self.names, self.owner = [n for n, _ in names], np.array([at[c] for _, c in names])
        ij = [(at[f], R.index[c], CORE if core == 'Principale' else 1.) for f, items in R.items.items() for c, core in items]
        self.items = csr_matrix(([x[2] for x in ij], ([x[0] for x in ij], [x[1] for x in ij])), (len(self.codes), len(R.codes)), dtype=np.float32)


def metier_figures(F, G, score):
    out = {}
    for name in dict.fromkeys(G.set):
        r = [(any(F.codes[j] in d['rome'] for j in top[:1]), any(F.codes[j] in d['rome'] for j in top[:5]))
             for d, top in ((d, np.argsort(-score[i])[:5]) for i, d in enumerate(G.docs) if d['set'] == name)]
        out[name] = np.round(np.mean(r, axis=0), 3)
    return out


def show(title, figures):
    print(f'{title:44s}' + '   '.join(f'{k[:9]} ' + ' '.join(f'{x:.3f}' for x in v) for k, v in figures.items()), flush=True)
    return {k: [float(x) for x in v] for k, v in figures.items()}


class Bench:
    """Everything that does not depend on the model, computed once."""

    def __init__(self, sets):
        R = self.R = Reference()
        self.G = Gold(R, sets)
        self.labels = [R.label[c] for c in R.codes]
        self.lex = lexical(self.labels, self.G.spans)
        alias = [(c, w) for c, w in wordings.concept_wordings() if c in R.index]
        self.alias_texts, self.alias_owner = [w for _, w in alias], np.array([R.index[c] for c, _ in alias])
        self.parent = np.array([R.index.get(R.parent.get(c) or '', -1) for c in R.codes])
        F = self.F = Fiches(R)
        self.titles = [clean_title(d['title'] or '') for d in self.G.docs]
        self.has_title = np.array([bool(t) for t in self.titles])[:, None]
        char = TfidfVectorizer(analyzer='char_wb', ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32)
        self.title_lex = max_by(tfidf([char], F.names, [t or d['text'][:80] for t, d in zip(self.titles, self.G.docs)]), F.owner, len(F.codes))

    def vectors(self, encode):
        """All cosines: spans, documents' titles, their sentences, against concepts, aliases and fiche names."""
        T, W, N = encode(self.labels), encode(self.alias_texts), encode(self.F.names)
        q, t = encode(self.G.spans), encode([x or d['text'][:80] for x, d in zip(self.titles, self.G.docs)])
        d = encode([(d['title'] or '') + ' ' + d['text'] for d in self.G.docs])
        parts = [sentences(d['text']) for d in self.G.docs]
        off = np.cumsum([0] + [len(x) for x in parts])
        F, n = self.F, len(self.F.codes)
        by_sentence = max_by(encode([s for x in parts for s in x]) @ N.T, F.owner, n)
        items, names = fiche_vectors(F.items, F.owner, T, N)
        return dict(T=T, q=q, dense=q @ T.T, alias=max_by(q @ W.T, self.alias_owner, len(self.labels), -1.),
                    title=max_by(t @ N.T, F.owner, n), document_items=d @ items.T, document_names=d @ names.T,
                    sentence=np.stack([by_sentence[off[i]:off[i + 1]].max(0) if off[i] < off[i + 1] else np.zeros(n, np.float32)
                                       for i in range(len(off) - 1)]))


def run(B, encode, detailed=True):
    R, G, F = B.R, B.G, B.F
    V = B.vectors(encode)
    res = {}
    rep = lambda name, S: res.__setitem__(name, show(name, link_figures(R, G, S)))
    met = lambda name, z: res.__setitem__('metier: ' + name, show('métier top1 top5: ' + name, metier_figures(F, G, z)))
    z = metier_logits(V, B.title_lex, B.has_title)
    P = np.stack([expected_concepts(F.items, row) for row in z])[G.doc]
    if detailed:
        rep('dense', V['dense'])
        rep('dense + words', V['dense'] + LEXICAL * B.lex)
        rep('dense + words + prior', V['dense'] + LEXICAL * B.lex + PRIOR * np.sqrt(P))
        met('title', np.where(B.has_title, V['title'], 0) + .3 * B.title_lex)
        met('all but the words of the title', metier_logits(V, 0 * B.title_lex, B.has_title))
    met('all', z)
    rep('+ wordings', np.maximum(V['dense'], V['alias']) + LEXICAL * B.lex)
    rep('+ wordings + macro', link_scores(V['dense'], V['alias'], B.lex, B.parent, 0))
    for k in (.5, 1):
        rep(f'+ wordings + macro + prior x{k}', link_scores(V['dense'], V['alias'], B.lex, B.parent, k * P * k))
    return res


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--model', default=MODEL, help='exported model folder, or an .npz of the n-gram model')
    ap.add_argument('--sets', nargs='+', default=['offers-dev', 'profiles-dev'])
    ap.add_argument('--short', action='store_true')
    ap.add_argument('--out', help='figures as JSON')
    a = ap.parse_args()
    if a.model.endswith('.npz'):
        from .model import NgramModel
        m = NgramModel.load(a.model)
    else:
        from .exported import ExportedModel
        m = ExportedModel(a.model)
    res = run(Bench(a.sets), m.encode, not a.short)
    if a.out:
        with open(a.out, 'w', encoding='utf-8') as f:
            json.dump(res, f, indent=1)
            f.write(os.linesep)


if __name__ == '__main__':
    main()
