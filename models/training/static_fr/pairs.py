"""Training pairs by kind: two texts that mean nearly the same, and a group key (pairs of one group are no negatives)."""
import collections
import os
import random

from . import wordings
from .nominal import nominal
from .offers import gold, sentences, training_offers
from .paths import ESCO, ROME_V3
from .reference import rome, rows
from .titles import clean_title, gender_forms

# How often a pair of a kind is seen in one epoch, on average: 1 where not named, 0 leaves the kind out. Typing slips (typo) are off: one run
# with them (and ten epochs) was .01 MRR lower on offers-dev, equal on profiles-dev.
WEIGHTS = dict(sibling=.6, tree=2, definition=1, ficheItem=.35, cofiche=.25, ficheText=1, v3=2, v3fiche=1, nominal=.6, nominalMacro=.5,
               escoSkill=1, escoJob=1, gender=.4, title=2, titleCompetence=.5, titleSentence=.25, adjacent=.2,
               wording=2, wordingChild=1, wordingWording=1, metier=2, metierAppellation=1, gold=3, goldMacro=1, offerText=2, ficheSummary=2, typo=0)


class Pairs:
    def __init__(self):
        self.by_kind = collections.defaultdict(list)

    def add(self, kind, a, b, group=None):
        if a and b and a.lower() != b.lower():
            self.by_kind[kind].append((a, b, group))


def from_rome(P, R, rng):
    for r in R.competences:
        c, parent = r['code_ogr'], R.parent[r['code_ogr']]
        name = R.label[c]
        if r['definition']:
            P.add('definition', r['definition'], name, c)
        noun = nominal(name)
        if noun:
            P.add('nominal', noun, name, c)
        if parent in R.label and parent != c:
            P.add('macro', name, R.label[parent], parent)
            P.add('sibling', name, R.label[rng.choice(R.children[parent])], parent)
            if noun:
                P.add('nominalMacro', noun, R.label[parent], parent)
    seen = set()
    for r in rows(os.path.join(os.path.dirname(ESCO), 'rome', 'v4.60', 'arborescence_competences_v460.csv')):
        for child, up in (('libelle_macro_competence', 'objectif'), ('objectif', 'enjeu')):
            if (r[child], r[up]) not in seen:
                seen.add((r[child], r[up]))
                P.add('tree', r[child], r[up], r[up])

    by_code = collections.defaultdict(list)
    for long, short, code in R.appellations:
        label = R.fiches[code]
        by_code[code].append(long)
        P.add('appellation', long, label, code)
        for form in gender_forms(long):
            P.add('gender', form, long, code)
            P.add('appellation', form, label, code)
        if short != long:
            P.add('gender', short, long, code)
    for code, label in R.fiches.items():
        for form in gender_forms(label):
            P.add('gender', form, label, code)
        names = R.items[code]
        for c, _ in names:
            P.add('ficheItem', label, R.label[c], code)
            P.add('cofiche', R.label[c], R.label[rng.choice(names)[0]], code)
    for r in rome('texte'):
        if r['code_rome'] in R.fiches:
            P.add('ficheText', r['libelle_texte'].replace("''", "'"), R.fiches[r['code_rome']], r['code_rome'])
    return by_code


def from_rome_v3(P, R):
    for r in rows(os.path.join(ROME_V3, 'unix_referentiel_competence_v347_utf8.csv')):
        P.add('v3', r['libelle_competence'].replace("''", "'"), R.label.get(r['code_ogr']), r['code_ogr'])
    old = {r['code_rome']: r['libelle_rome'] for r in rows(os.path.join(ROME_V3, 'unix_referentiel_code_rome_v347_utf8.csv'))}
    for code, parent in R.old_code.items():
        P.add('v3fiche', old.get(parent), R.fiches[code], parent)


def from_esco(P, rng):
    """Synonyms only. The ESCO-ROME crosswalk is the answer key of a benchmark and stays unused."""
    for name, kind in (('skills_fr', 'escoSkill'), ('occupations_fr', 'escoJob')):
        for r in rows(os.path.join(ESCO, name + '.csv')):
            label, alts = r['preferredLabel'], [a.strip() for a in (r['altLabels'] or '').split('\n') if a.strip()]
            for a in alts:
                P.add(kind, a, label, r['conceptUri'])
            if len(alts) > 1:
                P.add(kind, *rng.sample(alts, 2), r['conceptUri'])


def from_offers(P, R, rng, held_out):
    for o in training_offers(held_out):
        title, code = clean_title(o['intitule']), o.get('romeCode')
        if code in R.fiches:
            P.add('title', title, R.fiches[code], code)
        if o.get('appellationlibelle'):
            P.add('title', title, o['appellationlibelle'], code)
        for c in o.get('competences') or []:
            P.add('titleCompetence', title, R.label.get(c.get('code')) or c.get('libelle'), code)
        s = sentences(o['description'])
        for a, b in zip(s, s[1:]):
            P.add('adjacent', a, b, o['id'])
        for a in rng.sample(s, min(4, len(s))):
            P.add('titleSentence', title, a, o['id'])


def from_long_texts(P, R, rng, held_out):
    """Whole descriptions and fiches: what a document vector is compared with when its métier is guessed."""
    for o in training_offers(held_out):
        code = o.get('romeCode')
        if code in R.fiches:
            P.add('offerText', o['description'], R.fiches[code], code)
    for code, label in R.fiches.items():
        names = [R.label[c] for c, _ in R.items[code]]
        for _ in range(3):
            P.add('ficheSummary', '. '.join(rng.sample(names, min(12, len(names)))), label, code)


def slip(text, rng):
    """One slip of the fingers in a word of five letters or more."""
    ws = text.split()
    long = [i for i, w in enumerate(ws) if len(w) > 4]
    if long:
        i = rng.choice(long)
        w, k = ws[i], rng.randrange(1, len(ws[i]) - 1)
        ws[i] = rng.choice((w[:k] + w[k + 1:], w[:k] + w[k + 1] + w[k] + w[k + 2:], w[:k] + w[k] + w[k:]))
    return ' '.join(ws)


def from_wordings(P, R, by_code, rng):
    same = collections.defaultdict(list)
    for c, w in wordings.concept_wordings():
        same[c].append(w)
    for c, ws in same.items():
        for i, w in enumerate(ws):
            P.add('wording', w, R.label[c], c)
            if R.children[c]:
                P.add('wordingChild', w, R.label[rng.choice(R.children[c])], c)
            P.add('typo', slip(w, rng), R.label[c], c)
            P.add('wordingWording', w, ws[(i + 1 + rng.randrange(len(ws) - 1)) % len(ws)] if len(ws) > 1 else None, c)
    for c, w in wordings.metier_wordings():
        P.add('metier', w, R.fiches[c], c)
        if by_code[c]:
            P.add('metierAppellation', w, rng.choice(by_code[c]), c)


def from_gold_train(P, R):
    for name in ('offers-train', 'profiles-train'):
        for d in gold(name):
            for m in d['mentions']:
                for c in m['concepts']:
                    code, macro = c['code'], R.parent.get(c['code'])
                    if c['grade'] == 2 and code in R.label:
                        P.add('gold', m['span'], R.label[code], code)
                        if macro in R.label and macro != code:
                            P.add('goldMacro', m['span'], R.label[macro], macro)
            for code in d['rome'][:1]:
                if d['title'] and code in R.fiches:
                    P.add('title', clean_title(d['title']), R.fiches[code], code)


def build(R, seed=1, gold_train=True):
    """`gold_train=False` leaves the training gold and its offers out, so that formulas can be tuned on them."""
    rng = random.Random(seed)
    P = Pairs()
    by_code = from_rome(P, R, rng)
    from_rome_v3(P, R)
    from_esco(P, rng)
    held_out = ('offers-dev',) if gold_train else ('offers-dev', 'offers-train')
    from_offers(P, R, rng, held_out)
    from_long_texts(P, R, rng, held_out)
    from_wordings(P, R, by_code, rng)
    if gold_train:
        from_gold_train(P, R)
    return P.by_kind
