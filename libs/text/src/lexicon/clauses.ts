/** Openings that only lead to what is done, known or asked; taken off the start of a clause, again and again. */
export const LEADS = new RegExp(
  '^(?:' +
    [
      '[\\s,;:.!?•*"\'()\\[\\]/=+>_#|~^-]+',
      '(?:et|ou|puis|mais|donc|car|or|ni|ainsi que|ainsi|alors|ensuite|enfin|aussi|apres|egalement|notamment|surtout|bref|par ailleurs|de plus|en outre|par exemple|comme|tel(?:le)?s? que|tels?|dont|plus particulierement|principalement|en particulier|a savoir|voire|idealement|au quotidien|concretement|chaque jour|dans ce cadre|a ce titre|pour cela|pour ce faire|en tant que|si possible|sinon|and|or)[ ,:]+',
      "vous (?:savez|maitrisez|connaissez|aimez|appreciez|pouvez|devez|devrez|pourrez|avez (?:le |la |un |une |de |des |d'|les |bien |deja |egalement )*(?:bonnes? |solides? |reelles? |parfaite? )?(?:connaissances?|maitrise|notions|gout|sens) (?:de la |de l'|du |des |de |d'|en |sur )|avez|etes|serez|possedez|disposez|justifiez|faites preuve|ferez)(?: (?:tres|bien|parfaitement|egalement|aussi|notamment|une personne|quelqu'un de|reconnu(?:\\(e\\)|e)? pour|capable|(?:amm?ene|charge|garant|dote)(?:\\(e\\)|[.·-]?e)?s?|en charge|en mesure|responsable|titulaire)(?![a-z]))?(?: (?:de la|de l'|du|des|de|d'|a|pour|votre|vos|que)(?![a-z]))?[ :]*",
      "vous aurez (?:egalement |notamment )?(?:pour (?:principales? |role |missions? |objectif )*(?:missions?|role|objectif)?|la (?:charge|responsabilite)|en charge|a)(?![a-z])(?: (?:de la|de l'|du|des|de|d'|les|la|le))?[ :]*",
      '(?:vos|tes|les|votre|ta|la) (?:principales? )?(?:missions?|taches|activites|responsabilites|role)(?: principales?)?(?: (?:sont|seront|est|sera|consiste(?:nt|ra|ront)?))?(?: (?:les suivante?s|suivantes?|notamment))*(?: (?:a|de|d))?[ :]+',
      '(?:vous|tu|nous) (?=[a-z]{3})',
      "(?:requiert|necessite|exige|demande|permet|permettent|permettant|permettra|favorisant|comprenant|concernant|incluant|disposant|beneficiant) (?:de |d'|a )?",
      "(?:au sein|a partir|a l'aide|au moyen|en tant) (?:de la |de l'|du |des |de |d'|que |qu')",
      "(?:je (?:sais|peux|suis|maitrise|connais|possede)|j'ai (?:appris|des? (?:bonnes )?(?:connaissances|notions))|elle (?:sait|est|a)|il (?:sait|est|a))(?: (?:bien|aussi|tres|capable|titulaire|a))*(?: (?:de la|de l'|du|des|de|d'|a|en))? ",
      '(?:savoir|etre capable de|etre en mesure de|capacite a|avoir (?:le|la|un|une|des))(?= [a-z]{4,}) ',
      '(?:la|le|les|un|une|des|du|de la|de|au|aux|votre|vos|ton|tes|notre|son|sa|ses|leur|leurs|the|a|of|ce|cette|certains|differents|differentes|divers|diverses) (?=[a-z0-9(])',
      "(?:d'|de l'|qu'|a l')(?=[a-z0-9])",
      '(?:avec|en|dans|pour|afin de|afin d|sur|par|chez|aupres de|aupres|selon|via) (?=(?:[a-z]|\\d))',
      '(?:bonnes?|bon|solides?|excellente?s?|parfaite?s?|tres) (?=connaissances?|maitrise|notions)',
      "(?:connaissances?|maitrise|notions|pratique|utilisation) (?:approfondies? |parfaite |indispensable |de base |en )*(?:de la |de l'|de |du |des |d'|en |sur )(?:logiciels? )?(?=[a-z0-9])",
      "(?:experience|premiere experience|une experience)(?: [a-z]+)? (?:de \\d+ ans |d'au moins \\d+ ans |minimum )*(?:en tant que |dans le domaine (?:de la |de l'|du |des |de |d')|dans (?:la |le |l'|les )|en |de |sur )",
    ].join('|') +
    ')',
);

/** What follows carries a meaning of its own, so that a clause ends before it. */
export const OPENS_CLAUSE = new RegExp(
  ' (?:' +
    [
      '(?:tout )?en (?=[a-z]{3,}ant\\b)',
      "(?:afin|en vue|dans le but|dans l'objectif) d(?:e |')",
      '(?:ainsi que|puis|mais|notamment|dont|tels? que|telles? que|comme) ',
      "dans (?:le|un) respect (?:de |des |du |d'|permanent)",
      'dans un (?:environnement|contexte|milieu|univers) ',
      'en (?:lien|collaboration|coordination|partenariat|liaison|appliquant|respectant) ',
      "sous (?:la|l'|votre)",
      "au sein (?:de |des |du |d')",
      "(?:parce qu|car|quand|si|je|j|vous|elle|il|selon|depuis|jusqu|pendant)(?=[ '])",
      "(?:en tant qu|a partir d|a l'aide d|au moyen d)(?=[eu' ])",
      '(?:situee?s?|basee?s?) (?:a|au|aux|en|sur|dans|proche|pres) ',
      'a (?:pourvoir|compter) ',
      '(?<!(?:poste|contrat|mission) )en (?:cdi|cdd|interim|alternance|apprentissage)(?![a-z])',
      '(?:seront|serai(?:en)?t|sont|est) (?:egalement |aussi )?(?:un|des|autant|vos) ',
      '(?:requiert|necessite|exige|demande|permet|permettent|permettant|permettra|favorisant|presentant|repondant|comprenant|concernant|incluant|garantissant|disposant|beneficiant) ',
      'avec (?:une |un )?(?:premiere )?(?:experience|specialisation|possibilite) ',
      'pour (?=[a-z]{3,}(?:er|ir|re) )',
      'sans (?=[a-z]{4})',
      'qui (?=[a-z])',
    ].join('|') +
    ')',
  'g',
);

/** Acts that open a new item after «et»: «accueil et mise en rayon». */
export const ACT_NOUN =
  /^(?:(?:la|le|les|l'|un|une|du|de la|des|de l') ?)?(?:gestion|suivi|mise|prise|accueil|controle|entretien|vente|pose|aide|conseil|service|rangement|encadrement|respect|sens|gout|envie|travail|reporting|saisie|conduite|lecture|veille|tri|appui|soutien|portage|animation|remise|realisation|[a-z]{4,}(?:tion|ssage|ement|age|ance))\b/;

/** Verbs in the infinitive or in the forms that offers use. */
export const VERB =
  /^(?:(?:de |d'|a |vous |y |s'|se |les |l'|la |le )?[a-z]{2,}(?:er|ir|oir|dre|tre|ire|ure|cre|pre|vre|rez|ez|ant))\b/;

/** Levels and answers that say nothing without what stands before them. */
export const BARE_LEVEL =
  /^(?:notions?|bases?|debutant|intermediaire|confirme|courant|bilingue|avance|expert|ok|oui|lu|parle|ecrit|scolaire|professionnel|technique|maternelle?|langue maternelle|a jour|valide|obtenu\w*|exige\w*|souhaite\w*|requis\w*|obligatoire|[abc][12]|\d[\d /.-]*|bon niveau|tres bon niveau|niveau [a-c]?\d?)\b[ .]*$/;

/** Adjectives that share the noun before the comma: «contraintes fonctionnelles, physiques». */
export const ADJECTIVE = /^[a-z]{3,}(?:elle?s?|els?|iques?|i[fv]e?s?|aux|ales?|aires?|ees?)$/;
