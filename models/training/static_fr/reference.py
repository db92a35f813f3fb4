"""The référentiel as the trainer needs it: concepts, tree, fiches, appellations."""
import collections
import csv
import os

from .paths import ROME


def rows(path):
    with open(path, encoding='utf-8-sig') as f:
        return list(csv.DictReader(f))


def rome(name):
    return rows(os.path.join(ROME, f'unix_{name}_v460_utf8.csv'))


class Reference:
    """All 33,850 concepts in a fixed order, with their macro, and the fiches that use them."""

    def __init__(self):
        self.competences = rome('referentiel_competence')
        self.kind, self.label, self.parent = {}, {}, {}
        for r in self.competences:
            c, macro = r['code_ogr'], r['nature'].startswith('Macro')
            self.kind[c] = 'macro' if macro else 'savoirFaire'
            self.label[c] = r['libelle_competence']
            self.parent[c] = c if macro else r['code_ogr_macro_comp']
        for r in rome('referentiel_savoir'):
            self.kind[r['code_ogr_savoir']], self.label[r['code_ogr_savoir']] = 'savoir', r['libelle_savoir']
        for r in rome('referentiel_contexte_travail'):
            self.kind[r['code_ogr']], self.label[r['code_ogr']] = 'contexte', r['libelle_cont_travail']
        self.codes = list(self.label)
        self.index = {c: i for i, c in enumerate(self.codes)}
        self.macros = [c for c in self.codes if self.kind[c] == 'macro']
        self.children = collections.defaultdict(list)
        for c, p in self.parent.items():
            if p and p != c:
                self.children[p].append(c)

        self.fiches = {r['code_rome']: r['libelle_rome'] for r in rome('referentiel_code_rome')}
        self.old_code = {r['code_rome']: r['code_rome_parent'] for r in rome('referentiel_code_rome')}
        self.appellations = [(r['libelle_appellation_long'], r['libelle_appellation_court'], r['code_rome'])
                             for r in rome('referentiel_appellation')]
        self.items = collections.defaultdict(list)      # fiche -> [(concept, core or emerging?)]
        for r in rome('coherence_item'):
            if r['code_ogr'] in self.index:
                self.items[r['code_rome']].append((r['code_ogr'], r['coeur_metier'] or ''))
