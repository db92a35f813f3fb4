"""Everyday wordings of concepts and métiers (models/wordings, see the data card there)."""
import csv
import os

from .paths import WORDINGS

CONCEPT_FILES = ('macro-competences', 'savoir-etre', 'contextes', 'savoirs')


def load(name):
    """[(code, 'ad' or 'cv', wording)]"""
    with open(os.path.join(WORDINGS, name + '.tsv'), encoding='utf-8', newline='') as f:
        return [tuple(r[:3]) for r in csv.reader(f, delimiter='\t', quoting=csv.QUOTE_NONE) if len(r) >= 3]


def concept_wordings():
    return [(c, w) for name in CONCEPT_FILES for c, _, w in load(name)]


def metier_wordings():
    return [(c, w) for c, _, w in load('metiers')]
