import type { LanguageLevel } from '../normalized-document';

/** Masculine names of languages, folded, and their ISO 639-1 code. */
export const LANGUAGES = new Map([
  ['anglais', 'en'],
  ['allemand', 'de'],
  ['espagnol', 'es'],
  ['italien', 'it'],
  ['portugais', 'pt'],
  ['francais', 'fr'],
  ['neerlandais', 'nl'],
  ['hollandais', 'nl'],
  ['flamand', 'nl'],
  ['arabe', 'ar'],
  ['chinois', 'zh'],
  ['mandarin', 'zh'],
  ['russe', 'ru'],
  ['japonais', 'ja'],
  ['polonais', 'pl'],
  ['roumain', 'ro'],
  ['turc', 'tr'],
  ['ukrainien', 'uk'],
  ['bambara', 'bm'],
  ['wolof', 'wo'],
  ['lingala', 'ln'],
  ['swahili', 'sw'],
  ['peul', 'ff'],
  ['malgache', 'mg'],
  ['somali', 'so'],
  ['grec', 'el'],
  ['hebreu', 'he'],
  ['coreen', 'ko'],
  ['vietnamien', 'vi'],
  ['thai', 'th'],
  ['hindi', 'hi'],
  ['ourdou', 'ur'],
  ['bengali', 'bn'],
  ['tamoul', 'ta'],
  ['persan', 'fa'],
  ['farsi', 'fa'],
  ['dari', 'fa'],
  ['pachto', 'ps'],
  ['kurde', 'ku'],
  ['armenien', 'hy'],
  ['georgien', 'ka'],
  ['albanais', 'sq'],
  ['serbe', 'sr'],
  ['croate', 'hr'],
  ['bulgare', 'bg'],
  ['hongrois', 'hu'],
  ['tcheque', 'cs'],
  ['slovaque', 'sk'],
  ['suedois', 'sv'],
  ['danois', 'da'],
  ['norvegien', 'no'],
  ['finnois', 'fi'],
  ['luxembourgeois', 'lb'],
  ['catalan', 'ca'],
  ['basque', 'eu'],
  ['breton', 'br'],
  ['corse', 'co'],
]);

/**
 * How people state a level, and the level of the Common European Framework taken for it. First match wins. The choice is
 * ours where the words are vague; it stays on the low side, since a level read too high would hide a real gap.
 */
export const LEVEL_WORDS: readonly (readonly [RegExp, LanguageLevel])[] = [
  [/\b(?:langues? maternelles?|maternel(?:le)?s?|natif|native|bilingues?|trilingues?|billingue)\b/, 'C2'],
  [
    /\b(?:courants?|courante|couramment|fluent|fluide|parfaite?(?:ment)?|excellente?s?|tres bon(?:ne)?s?|avancee?s?)\b/,
    'C1',
  ],
  [/\b(?:debutante?s?|grand debutant)\b/, 'A1'],
  [/\b(?:notions?|bases?|scolaires?|lycee|un peu|elementaires?|rouillee?|debrouille|rudiments?)\b/, 'A2'],
  [/\b(?:intermediaires?|moyen(?:ne)?s?|corrects?|convenables?|techniques?|conversation)\b/, 'B1'],
  [
    /\b(?:professionnel(?:le|s)?|operationnel(?:le|s)?|pro|bon(?:ne)?s?|bien|aise|aisement|confirmee?s?|lue?,? (?:et )?(?:ecrit|parle)\w*|autonomes?)\b/,
    'B2',
  ],
];

/** TOEIC listening and reading scores, by the lowest score of each level (ETS mapping). */
export const TOEIC_LEVELS: readonly (readonly [number, LanguageLevel])[] = [
  [945, 'C1'],
  [785, 'B2'],
  [550, 'B1'],
  [225, 'A2'],
  [120, 'A1'],
];

/** What shows that the name of a language is not an adjective («un groupe allemand»), before it. */
export const LANGUAGE_BEFORE =
  /\b(?:langues?|linguistiques?|maitris\w*|j?parl(?:e|er|ez|ant|ons|ee?s?)|pratiqu\w*|niveau|notions?|bilingues?|trilingues?|courant|couramment|connaissances?|comprehension|communication|un peu(?: de| d')?|comprend\w*|lire|ecrire|communiquer|echanger|aise en|a l'aise|aisance|lu|bases|capacites? a .{0,20}en|expression|oral et ecrit en|toeic)\b[^.;\n]{0,50}$/;
export const LANGUAGE_AFTER =
  /^\s*(?:\(?\s*(?:niveau|courant|bilingue|professionnel|operationnel|technique|scolaire|lu\b|oral|parle|ecrit|fluent|intermediaire|maternel|langue|debutant|[abc][12]\b|toeic|correct|bon\b|bien\b|notions|dialectal|rouille|c'est|lv[12]|obligatoire|indispensable|exige|souhaite|requis|imperatif|apprecie|necessaire|est (?:un|indisp|oblig|necess|requis|exig|imper)|serait|a l'(?:oral|ecrit)|je me|un plus|:))/;
/** The language as a matter taught, a document, or a nation. */
export const NOT_A_LANGUAGE_BEFORE =
  /\b(?:cours|prof\w*|enseign\w*|formations?|lecons|cv|tests?|culture|systeme|marche|groupe|leader|etat|sol|territoire|droit|public|code|gouvernement|permis|etablissements?|client|clients|cuisine|diplomes?|apprendre|apprends|apprentissage|ressortissants?|constructeur|industriel|master|licence)\s+(?:particuliers?\s+|de\s+|d'|en\s+|du\s+|l'|le\s+){0,2}$/;
