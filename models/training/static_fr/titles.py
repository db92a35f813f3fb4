"""Job titles: gendered forms and the noise around a title."""
import re

_HF = re.compile(r'\(?\b[hf] ?[/-] ?[hf]\b\)?', re.I)


def clean_title(title):
    return _HF.sub(' ', title).strip()


def gender_forms(label):
    """«Chauffeur / Chauffeuse de bus» -> both halves as they stand; [] when the label has one form."""
    parts = re.split(r'\s*/\s*', label)
    return parts if len(parts) == 2 and all(len(p) > 4 for p in parts) else []
