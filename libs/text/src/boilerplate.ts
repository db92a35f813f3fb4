/** Clauses that are noise wherever they stand, folded: pay, dates, addresses, calls to apply, self-praise, references. */
const BOILERPLATE =
  /^(?:\d+[\d .,]*(?:€|euros?|k€|ke|eur|brut|net|%).*|.{0,60}\b(?:\d+ ?(?:€|k€|euros?\b|ke\b)|€ ?\d).*|(?:salaires?|remunerations?|fixe)\b.*|.*\b(?:selon (?:profil|experience|convention|grille)|a (?:definir|negocier)).{0,20}|.{0,30}\b(?:des que possible|immediatement|asap)|(?:a partir|a compter) d.*|poste a pourvoir.*|a pourvoir.*|(?:prise de poste|demarrage|debut)\b.*|(?:dans le cadre (?:de|du|d')).*|(?:nous )?(?:recherchons|recrutons|recrute|recherche)\b|(?:rattache|sous (?:la |l')(?:responsabilite|direction|hierarchie|autorite)).*|(?:ref|reference)\b.*|[a-z]{2,4}\d{3,}|(?:missions?|taches?|liste) (?:non )?(?:limitatives?|exhaustives?).*|cette liste.*|.*\bn'est pas (?:exhaustive|limitative).*|d'autres missions.*|(?:rue|avenue|boulevard|\d+,? (?:bis )?(?:rue|avenue|bd|boulevard|place|chemin|route|faubourg))\b.*|0\d(?:[ .]?\d\d){4}|[\w.-]+@[\w.-]+|(?:https?|www)\b.*|#\w+|etc|(?:challenges?|nouveaux challenges|defis?)|(?:votre|vos|mission|missions|profil|poste|description|avantages|contexte|description du poste|profil recherche)|.{0,20}\b(?:poste|emploi|fonction)s? (?:similaire|equivalent)s?|experience (?:similaire|equivalente|reussie|significative|confirmee|exigee)?|minimum|au moins|\d+ ans(?: minimum| d'experience)?|\d{1,2}[/ .]\d{1,2}[/ .]\d{2,4}|(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|janv|fev|sept|oct|nov|dec)\.? ?\d{0,4}|\d{4}(?: ?- ?(?:\d{4}|a ce jour|aujourd'hui))?|\d+|[a-z])$/;

/** Phrases around the post: same experience elsewhere, where it is, when it starts, how nice it is. */
const SAID_AROUND =
  /\b(?:(?:experience|ans|poste|role|fonctions?)\b.{0,60}\b(?:similaires?|equivalente?s?|comparables?)|poste base|^(?:base|situe)e?s? (?:a|au|en|sur|dans|proche|pres)\b|a pourvoir|plan de developpement|cadre (?:du|de son|de notre) developpement|(?:belle|excellente|veritable|vraie) opportunite|opportunite professionnelle|(?:plus|savoir) sur ton|d'autres (?:missions|taches)|prete?(?:\(e\))? (?:pour|a) (?:l'embarquement|relever|embrasser)|profils? juniors?|rejoin(?:dre|s|drez|ns) (?:une equipe|notre (?:equipe|groupe)|nos equipes|nous)|recherche d'une|remplacement maladie|reparti sur|(?:vos|votre|tes) talents?|^a forte valeur|^(?:vivez|revelez|decouvrez|engagez-vous|profitez)|au fil de l'eau|votre candidature|chef d'orchestre|multi-outil|reussir (?:sur|dans|a) (?:ce|cette))\b/;

/** Beyond this length a clause has words of its own. */
const LONGEST_AROUND = 90;

/** Whether a clause can carry no skill: `bare` is trimmed and folded, `raw` still has its opening words. */
export function isBoilerplate(bare: string, raw: string): boolean {
  if (BOILERPLATE.test(bare.slice(0, 200)) || (raw.length <= LONGEST_AROUND && BOILERPLATE.test(raw))) return true;
  return raw.length <= LONGEST_AROUND && (SAID_AROUND.test(raw) || raw.endsWith('?'));
}
