"""Texts with the token ids and vectors that Python gets: the reference for verify/node.mjs. Written outside the project."""
import argparse
import json

from .exported import ExportedModel
from .evaluate import Gold
from .offers import sentences
from .paths import MODEL
from .reference import Reference

ODD = ['', '   ', 'H/F', '###', '## Missions : C++/C#', 'Œuvrer, cœur & æ', 'bac+5', 'l’État d\'été', 'conducteur·trice', 'employé(e)s',
       'Développeur.se', 'ＡＢＣ ﬁn', 'Привет мир', '日本語', 'soudeur​TIG', '🚜 tracteur', 'x' * 120, 'a\u00adb', 'é\u0301', 'ﾃ', 'Straße İstanbul',
       'anticonstitutionnellement zzqxjk', '+33 6', 'a+b c#d', 'SAP®', 'm²', '№5 ½', 'ça\tva\r\nbien']


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument('--model', default=MODEL)
    ap.add_argument('--out', required=True)
    a = ap.parse_args()
    G, m = Gold(Reference()), ExportedModel(a.model)
    texts = ODD + list(dict.fromkeys(s for d in G.docs for s in sentences(d['text'])))[:2500] + [d['text'] for d in G.docs[:20]]
    with open(a.out, 'w', encoding='utf-8') as f:
        json.dump(dict(texts=texts, ids=[m.tokenizer.encode(t) for t in texts], vectors=[[round(float(x), 6) for x in v] for v in m.encode(texts)]), f)


if __name__ == '__main__':
    main()
