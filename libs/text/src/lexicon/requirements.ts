export const REQUIRED =
  /\b(?:exigee?s?|imperati(?:f|ve|fs|ves|vement)|obligatoires?|obligatoirement|indispensables?|requis(?:e|es)?|necessaires?|primordial(?:e|es)?|imposee?s?|est essentielle?|essentiels?|prerequis|pre-requis|sine qua non|vous devez|mandatory|required|must have)\b/;

export const WISHED =
  /\b(?:souhaitee?s?|souhaitables?|souhaite|appreciee?s?|appreciables?|(?:est|sont|serai(?:t|ent)|constitue\w*|represente\w*) (?:un (?:vrai |reel |gros )?(?:plus|atout)|des (?:plus|atouts))|un plus|un atout|idealement|de preference|preferable(?:ment)?|si possible|dans l'ideal|valorisee?s?|bienvenue?s?|nice to have|serait (?:apprecie|ideal)|facultati(?:f|ve)s?|optionnel(?:le)?s?)\b/;

/** Words at the end of a clause that say how firmly it is asked, no part of what is asked. */
export const TRAILING_REQUIREMENT =
  /[ ,(-]*\b(?:(?:est|sont|serai(?:t|ent)|etant|seront|sera) )?(?:vivement |fortement |tres |absolument |grandement )?(?:exigee?s?|imperati(?:f|ve|fs|ves|vement)|obligatoires?|obligatoirement|indispensables?|requis(?:e|es)?|souhaitee?s?|souhaitables?|appreciee?s?|appreciables?|un (?:vrai |reel |gros )?(?:plus|atout)|necessaires?|si (?:necessaire|besoin|possible)|en (?:cours de )?validite|etc)[ .!)]*$/;

/** A plural, or an opening word, that speaks of everything in the sentence. */
export const SHARED_REQUIREMENT =
  /\b(?:exigee?s|imperati(?:f|ve)s|obligatoires|indispensables|requises|souhaitee?s|souhaitables|appreciee?s|appreciables|(?:sont|seront) (?:\w+ )?(?:requis|exige|souhaite|apprecie|indispensable|obligatoire|necessaire|un plus|des (?:plus|atouts))\w*)\b|^.{0,12}\b(?:idealement|vous devez|imperatif|imperativement|obligatoire|souhaite|exige|indispensable)\b/;
