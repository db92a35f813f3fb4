/** Phrases with a negative word and a positive sense; removed before negation is looked for. */
export const NOT_NEGATIONS =
  /\b(?:ne (?:compte|comptons) pas (?:mes|ses|les|vos) heures|compte pas (?:mes|ses) heures|n'hesite(?:z|s|nt)? pas|ne (?:me |m')?(?:derange|gene)(?:nt)? pas|(?:me|m') ?(?:derange|gene)(?:nt)? pas|pas de (?:probleme|souci)s?|pas peur|(?:ne |n')?(?:ai|a) pas peur|ne craint pas|ne crains pas|pas negociable|pas complique|pas (?:seulement|uniquement|que)|non seulement|sans (?:jamais|contention|crier|probleme|souci|cesse|faille|oublier|relache|delai)|si je ne sais pas|pas rater|ne (?:rien )?(?:lache|lacher|laisse) (?:pas|rien)|ne s'apprend pas|n'oublie pas|ne (?:mens|ment|triche) pas|pas indispose|n'a plus de secrets?|n'ont pas de secrets?|pas le vertige|non conformit\w*|non-conformit\w*|ne (?:manquez|manque|loupez) (?:pas|plus)|n'attende[sz] (?:pas|plus)|pas a pas|n'exclut pas|non stop|ni trop|jamais (?:d'accident|malade|absent|en retard|de retard)|aucun (?:accident|retard|sinistre)|sans (?:accident|reserve|filtre))\b/g;

/** What a person does not do, know or hold; what an offer does not ask. */
export const NEGATION =
  /\b(?:pas (?:de |d'|le permis|la formation|avant|trop |besoin|du tout|encore|mon fort|ma tasse|reconnu|valable|obtenu|termine|fini|forcement|necessaire|obligatoire|exige|requis|a l'aise)|(?:je |j')?(?:ne |n')(?:\w+[ ']){1,4}(?:pas|jamais|aucune?|ni|plus|guere)\b|(?:je|elle|il|on|j'|ca|c'est|suis|ai|sais|fais|fait|connais|aime) (?:\w+ )?pas\b|jamais (?:travaille|fait|pratique|eu|appris|utilise|ete|redige|vu|touche|conduit|tenu|gere|anime)|aucune? (?:experience|connaissances?|diplome|competences?|certificat|formation|qualification|permis|notion|prerequis|frais|prospection|deplacement)|ni [\w' ]{2,40} ni |sans (?:experience|diplome|permis|qualification|prospection|deplacements?|formation|certificat|connaissances?|travail|astreintes?|contact|voiture|vehicule|port|objectifs?|horaires|week-?end|manutention)|non (?:obtenu|valide|renouvele|termine|exige|requis|obligatoire|acquis|titulaire|diplome|fumeu)\w*|perimee?s?\b|plus (?:valable|valide|a jour)|expire\w*|debutant(?:\(?e?\)?s?)?(?:\(e\)|·e|\.e)? (?:accept|bienvenu|possible)\w*|(?:accept|ouvert)\w*(?: \w+){0,2} (?:aux )?debutants?|profils? (?:debutants?|juniors?)(?: accept\w*| bienvenu\w*)?|s'abstenir|abandonne\w*|en panne|dettes|rate(?:e|s)?|caduque|sans (?:avoir|faire))\b|\bnon(?: merci)?[ .!]*$/;

/** What a person does not want any more or at all. */
export const WISH =
  /\b(?:(?:ne |n')?(?:veux|veut|souhaite|cherche|voudrais|desire|voulons|envisage)(?:nt)? (?:pas|plus)|ne (?:veux|veut|souhaite|cherche|fais|fait) plus|je (?:n'|ne )(?:\w+ )?(?:veux|souhaite|cherche|aime|ferai|accepte|recherche) (?:pas|plus)|plus (?:jamais|de (?:nuits?|spectacles?|week-?ends?|deplacements?|restauration|vente|terrain|routes?)|envie|question)|pas (?:interesse|envie|question|pour moi)\w*|hors de question|(?:refuse|exclu[st]?|a eviter)\b|termine(?:e|s)?$|c'est fini|ne releve pas|plutot pas|surtout pas|sauf (?:nuits?|week))/;

/** Opens a whole sentence of what is not wanted. */
export const NEGATIVE_LEAD =
  /^(?:ce que je (?:ne |n')(?:\w+ ){1,3}(?:pas|plus)|je (?:ne |n')(?:\w+ ){1,3}(?:pas|plus) ?:|freins? ?:|ne releve pas|profils? centres? uniquement)/;

/** An answer that denies what stands before it: «habilitation BS : non», «CAP peinture, non obtenu». */
export const DENYING_ANSWER =
  /^[\s(:,;-]*(?:non\b|pas (?:interesse|encore|obtenu|valide|fini|a jour|pour moi|mon fort|question)|perimee?s?\b|caduque|termine|non (?:obtenu|valide|termine)|(?:mais )?(?:la |il est |elle est )*plus valable|abandonne|expiree?\b|stage prevu|en cours|juste un|jamais (?:utilise|pratique))/;
