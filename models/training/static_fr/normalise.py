"""One normalisation for training, export and run time: what it says is written word for word into tokenizer.json."""
import re
import unicodedata

# Pattern -> replacement, in order, applied to lower-case text without accents. They are exported as `Replace` normalizers.
REPLACEMENTS = [
    ('œ', 'oe'),
    ('æ', 'ae'),
    (r'[^a-z0-9+#]+', ' '),                 # every other character separates
    (r'(^| )[+#]+', ' '),                   # + and # are kept only behind a letter or digit: c++, c#, bac+5
    (r'[+#]+([a-z])', ' $1'),               # ... and before no letter: «commercial+administratif» is two words
]

# Words whose vector is zero: they are in the vocabulary, so the tokenizer needs no stop list.
STOP = frozenset((
    'de la le les des du d l un une et en a au aux ou pour par dans sur avec son sa ses vos votre vous nous notre nos il elle '
    'est sont etre avoir qui que qu ce cette ces se plus h f i j m n s t y ai as ont je me ma mon mes on ils elles leur leurs '
    'afin ainsi comme dont si hf fh '
    # what is left of inclusive endings: «conducteur·trice», «employé(e)s», «sportif.ve», «professionnel.le»
    'e es x ne nes trice trices rice rices euse euses eur se ve ves lle lles enne ennes ienne iennes iere ieres ere eres '
    'te tes fe fes esse esses ee ees').split())

_PY = [(re.compile(p), r.replace('$1', r'\1')) for p, r in REPLACEMENTS]


def _invisible(c):
    """Soft hyphens, zero-width marks, controls: what BertNormalizer's clean_text drops."""
    return unicodedata.category(c) in ('Cc', 'Cf', 'Co', 'Cs') and c not in '\t\n\r'


def normalise(text):
    """Lower case, no accents, words of [a-z0-9+#] separated by one blank."""
    text = ''.join(c for c in unicodedata.normalize('NFD', text.lower()) if not '\u0300' <= c <= '\u036f' and not _invisible(c))
    for pattern, replacement in _PY:
        text = pattern.sub(replacement, text)
    return text.strip()


def words(text):
    """The words of a text that carry a vector."""
    return [w for w in normalise(text).split() if w not in STOP]
