/**
 * The words that say how firmly an offer asks for something, and that a thing is not asked for or not held. All are
 * matched against folded text (no accents, lower case), inside one sentence, over at most a hundred characters.
 */

/** After the thing: «permis B exigé», «anglais courant indispensable». */
export const REQUIRED_AFTER =
  /\b(?:exigee?s?|obligatoires?(?:ment)?|indispensables?|imperati(?:f|ve|fs|ves|vement)|requis(?:e|es)?|necessaires?|demandee?s?|essentiel(?:le|s|les)?|incontournables?|primordia(?:l|le|ux)|prerequis|attendue?s?)\b/;
export const WISHED_AFTER =
  /\b(?:souhaitee?s?|souhaitables?|appreciee?s?|appreciables?|(?:est|sont|serait|seraient|sera|seront|constitue|etre|reel|vrai|gros|petit|=)\s+(?:egalement\s+|aussi\s+)?un\s+(?:vrai\s+|reel\s+|gros\s+|petit\s+|serieux\s+)?(?:plus|atout|avantage)|un\s+(?:vrai\s+|reel\s+)?(?:plus|atout)|bienvenue?s?|recommandee?s?|conseillee?s?|preferables?|idea(?:l|le|lement)|optionnel(?:le|s|les)?|facultati(?:f|ve|fs|ves)|valorisee?s?|de\s+preference|si\s+possible|privilegiee?s?)\b/;
/** After a diploma or a language level: «bac +2 minimum». */
export const AT_LEAST_AFTER =
  /\b(?:minimum|mini|au\s+moins|a\s+minima)\b(?!\s*(?:de\s+|d')?(?:\d|une?\s+an|experience|deux|trois|cinq))/;

/** Just before a diploma or a language level: «au moins un bac +2». */
export const AT_LEAST_BEFORE =
  /\b(?:minimum|au\s+moins|a\s+minima)(?:\s*:)?(?:\s*(?:d'|de|un|une|le|niveau|titulaires?|diplome)\b|\s)*$/;

/** Before the thing: «idéalement titulaire du CACES 3». */
export const REQUIRED_BEFORE =
  /\b(?:(?:exigee?s?|exigences?|obligatoires?|indispensables?|requis|requises?|imperatifs?|prerequis|necessaires?)\s*:|obligatoirement|imperativement|devez|devra|devrez|doit|doivent|il\s+(?:vous\s+)?faut|exige(?:ons)?\s|requiert|necessite|(?:obligatoire|indispensable|imperatif|necessaire|exige)\s+(?:d[e']|que|pour))/;
export const WISHED_BEFORE =
  /\b(?:idealement|de\s+preference|preference|si\s+possible|eventuellement|(?:souhaitee?s?|appreciee?s?|souhaitables?|plus|atouts?|bonus|optionnel(?:le|les|s)?)\s*:|serait\s+un\s+plus\s+(?:d[e']|que)|apprecions|aimerions|souhait(?:ons|erions))/;

/** Before the thing: it is not asked for, or not held. */
export const REFUSED_BEFORE =
  /(?:\b(?:sans|aucune?|pas|ni|non|hors|inutile|plus\s+besoin)(?:\s+(?:encore|forcement|besoin|necessairement|obligatoirement|obligatoire|necessaire|oblige|requis|exige|indispensable|titulaire|avoir|etre|possede|passe|obtenu|eu|fini|valide))*(?:\s+(?:que|qu'|d'etre|d'avoir|avoir|etre|titulaires?|posseder|detenir))?(?:\s*(?:de|d'|du|le|la|les|l'|un|une|mon|notion|notions|niveau|formation|diplome|en))*\s*)$/;
/** After the thing, up to the next one. */
export const REFUSED_AFTER =
  /^[\s:,(-]*(?:(?:(?:n'est|ne\s+sont|n'est\s+absolument|est|sont|c'est)\s+)?(?:pas|non)\s+(?:forcement\s+|encore\s+|absolument\s+)?(?:exigee?s?|obligatoires?|requis|requises?|necessaires?|demandee?s?|indispensables?|imperati\w+|utiles?)|inutiles?)\b/;

/** Profiles: being prepared, planned, given up or out of date before the thing. */
export const UNHELD_BEFORE =
  /\b(?:prepar(?:e|er|ation|ant)|(?:je\s+)?pass(?:e|er|erai)|voudrais|aimerai(?:s|t)?|souhait(?:e|er|erais)|projet|objectif|bientot|futur|envisage|inscrite?|vise|abandonn\w+|arrete|rate|echoue|en\s+(?:cours|1re|premiere|deuxieme|2e|derniere)(?:\s+annee)?(?:\s+d[e'](?:\s*obtention)?)?|etudiant\w*|actuellement|annee|code\s+mais|niveau|besoin|manque|reprendre|jury|leurs?|en formation)\b[^,;.:\n]{0,30}$/;
/** Profiles: the same, after the thing. */
export const UNHELD_AFTER =
  /^[^,;\n]{0,60}?\b(?:en\s+cours(?!\s+de\s+validite)|en\s+preparation|bientot|non(?!\s+loin)|pas\s+(?:encore|termine\w*|fini\w*|valide\w*|obtenue?s?|eue?|reconnue?)|jamais|abandonn\w+|inachevee?s?|interrompue?s?|perimee?s?|expiree?s?|caduc|caduque|plus\s+vala?bles?|plus\s+valides?|prevue?s?|(?:1re|1ere|premiere)\s+annee|a\s+(?:passer|renouveler|repasser)|suspendue?s?|annulee?s?|retiree?s?|ratee?s?|echec)\b/;
/** Profiles: a language not spoken: «allemand non», «anglais : zéro». */
export const UNSPOKEN_AFTER = /^\s*:?\s*(?:non|zero|aucune?|pas|nul)\b/;
/** Profiles: the same, in the next breath: «CAP carrelage, première année, non obtenu». */
export const UNHELD_LATER =
  /^[^.;\n]{0,80}?,\s*(?:(?:1re|premiere|1ere|2e)\s+annee|non\s+(?:obtenue?|valide\w*|termine\w*)|abandonn\w+|en\s+cours(?!\s+de\s+validite)|pas\s+(?:obtenue?|fini\w*|termine\w*|valide\w*)|niveau\s+seulement)\b/;

/** Offers: the thing is what the employer or the school gives, not what it asks for. */
export const GIVEN_BEFORE =
  /\b(?:prepar(?:e|er|ez|erez|ant|ation)|pass(?:er|erez|age)|obtenir|obtention|obtiendrez|(?:financ(?:e|er|ons|ement)|offr(?:e|ons|ir))\s+(?:de\s+|du\s+|le\s+|la\s+|les\s+|une?\s+|votre\s+|vos\s+)?(?:formations?|passage|permis|caces)?|delivr\w+|dispens\w+|propos(?:e|ons|ee?)\s+(?:de\s+|une\s+|la\s+)?formations?|deboucher?|validerez|former(?:ons)?|vise)\b[^.;\n]{0,30}$/;
export const GIVEN_AFTER =
  /^[^.;,\n]{0,40}?\b(?:financee?s?\s+(?:par|a\s+100|integralement)|pris(?:e|es)?\s+en\s+charge|offerte?s?|assuree?s?\s+par|passee?s?\s+en\s+interne|possible\s+en\s+interne|dispensee?s?|fournie?s?|payee?s?)\b/;

/** Another way in: «BTS ou 3 ans d'expérience». */
export const OR_EXPERIENCE = /^[^.;\n]{0,60}?\b(?:ou|et\/ou)\b[^.;,\n]{0,40}?\b(?:experiences?|ans|annees?)\b/;
