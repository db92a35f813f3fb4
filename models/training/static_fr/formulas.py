"""The formulas that the product re-implements: the score of a concept for a span, the métier of a document, the prior."""
import numpy as np

# link score
LEXICAL = .05           # times (cosine of character 3-5-grams + cosine of words and pairs of words, TF-IDF): 0..2
MACRO = .1              # times the dense score of the concept's own macro-compétence
PRIOR = .2              # times the square root of how expected the concept is, given the guessed métiers
# métier logits
TITLE, TITLE_LEXICAL, DOCUMENT_ITEMS, DOCUMENT_NAMES, SENTENCE = 5., 2., 7., 8., 7.
TEMPERATURE, TOP = 1.5, 20
CORE = 1.3              # weight of a «Principale» item of a fiche; 1 for the others


def link_scores(dense, alias, lexical, parent, expected):
    """dense: span x concept cosine with the label; alias: best cosine with a wording of the concept (-1: it has none);
    parent: row of the macro of each concept, of itself for a macro, -1 for savoirs and contextes; expected: see below."""
    best = np.maximum(dense, alias)
    macro = best[:, np.maximum(parent, 0)] * (parent >= 0).astype(np.float32)
    return best + np.float32(LEXICAL) * lexical + np.float32(MACRO) * macro + np.float32(PRIOR) * np.sqrt(expected)


def fiche_vectors(items, owner, concepts, names):
    """Two unit vectors per fiche: of its items, weighted by idf over fiches, and of its names (plain mean)."""
    unit = lambda x: x / (np.linalg.norm(x, axis=1, keepdims=True) + 1e-9)
    idf = np.maximum(np.log(items.shape[0] / (np.asarray((items > 0).sum(0)).ravel() + 1)), 0)
    of_names = np.zeros((items.shape[0], names.shape[1]), np.float32)
    np.add.at(of_names, owner, names)
    return unit(items.multiply(idf[None]).tocsr() @ concepts), unit(of_names)


def metier_logits(V, title_lexical, has_title):
    """title: best cosine of the title with a name of the fiche; sentence: the same for the best sentence of the text;
    document_*: cosine of the vector of title and text as one string with the two fiche vectors."""
    z = DOCUMENT_ITEMS * V['document_items'] + DOCUMENT_NAMES * V['document_names'] + SENTENCE * V['sentence']
    return z + np.where(has_title, TITLE * V['title'] + TITLE_LEXICAL * title_lexical, 0)


def expected_concepts(items, z):
    """P(concept) = sum over the best fiches of softmax(z / TEMPERATURE) * (1 | CORE if the fiche has the concept)."""
    top = np.argsort(-z)[:TOP]
    p = np.exp((z[top] - z[top[0]]) / TEMPERATURE)
    return np.asarray(items[top].T @ (p / p.sum())).ravel().astype(np.float32)
