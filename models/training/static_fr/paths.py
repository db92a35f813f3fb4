"""Where things are. Only PASSERELLE_SHARED and TRAINING_WORK can be changed from outside."""
import os

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
REPO = os.path.dirname(os.path.dirname(HERE))

SHARED = os.path.abspath(os.environ.get('PASSERELLE_SHARED', os.path.join(REPO, '..', 'shared')))
ROME = os.path.join(SHARED, 'rome', 'v4.60')
ROME_V3 = os.path.join(SHARED, 'rome', 'v3.47')
ESCO = os.path.join(SHARED, 'esco')
OFFERS = os.path.join(SHARED, 'offers', 'france-travail-offers.jsonl')
GOLD = os.path.join(SHARED, 'gold')
WORDINGS = os.path.join(REPO, 'models', 'wordings')

WORK = os.environ.get('TRAINING_WORK', os.path.join(HERE, '.cache'))
MODEL = os.environ.get('MODEL_OUT', os.path.join(REPO, 'models', 'embedding', 'static-fr-v1'))
