"""Job offers for training. The offers of the development gold set are left out, by id and by identical text."""
import json
import os
import re

from .normalise import normalise
from .paths import GOLD, OFFERS


def lines(path):
    with open(path, encoding='utf-8') as f:
        return [json.loads(l) for l in f if l.strip()]


def training_offers(held_out=('offers-dev',)):
    dev = [d for name in held_out for d in gold(name)]
    ids = {d['id'] for d in dev}
    texts = {normalise(d['text'])[:160] for d in dev}
    return [o for o in lines(OFFERS) if o['id'] not in ids and normalise(o['description'])[:160] not in texts]


def gold(name):
    return lines(os.path.join(GOLD, name + '.jsonl'))


def sentences(text):
    """Clauses of 3 to 40 words."""
    parts = (p.strip(' -*•·–\t') for p in re.split(r'[\n\r.;!?•]+| - |(?<=[a-zé])(?=[A-ZÉ])', text))
    return [p for p in parts if 3 <= len(p.split()) <= 40]
