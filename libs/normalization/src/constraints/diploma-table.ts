/**
 * Diplomas in the French framework of 2019 (3 CAP … 8 doctorat). Patterns apply to folded text. An entry without label is
 * any diploma of its level; a label names one that a regulated or protected profession asks for by name.
 */
export interface DiplomaPattern {
  readonly level: number;
  readonly label?: string;
  readonly pattern: string;
  /** Also an everyday word: it counts in capitals, or beside a word that speaks of diplomas. */
  readonly ambiguous?: true;
}

/** What is shown for a diploma of which only the level matters. */
export const LEVEL_LABELS = new Map([
  [3, 'CAP ou BEP'],
  [4, 'Bac'],
  [5, 'Bac +2'],
  [6, 'Bac +3 ou +4'],
  [7, 'Bac +5'],
  [8, 'Doctorat'],
]);

const STATE = "(?:diplome d'? ?e?tat|diplome|de|d\\.e\\.?) (?:d'|de |d' )?";

export const DIPLOMAS: readonly DiplomaPattern[] = [
  { level: 7, label: "Diplôme d'État d'infirmier anesthésiste", pattern: `${STATE}infirmi\\w+ anesthesiste|iade` },
  { level: 7, label: "Diplôme d'État d'infirmier de bloc opératoire", pattern: 'ibode' },
  {
    level: 6,
    label: "Diplôme d'État d'infirmier",
    pattern: `${STATE}(?:infirmi\\w+|ide)|infirmi\\w+ (?:diplome\\w* d'etat|d\\.?e\\b)|dei\\b`,
  },
  {
    level: 4,
    label: "Diplôme d'État d'aide-soignant",
    pattern: `${STATE}aides?[- ]soignante?|deas|aides?[- ]soignante?s? diplomee?s?`,
  },
  {
    level: 4,
    label: "Diplôme d'État d'auxiliaire de puériculture",
    pattern: `${STATE}auxiliaires? de puericulture|deap`,
  },
  { level: 7, label: "Diplôme d'État de puériculture", pattern: `${STATE}puericult(?:rice|eur)` },
  {
    level: 3,
    label: "Diplôme d'État d'accompagnant éducatif et social",
    pattern: `deaes|deavs|deamp|${STATE}(?:auxiliaires? de vie sociale|aide medico[- ]psychologique|accompagnante? educati(?:f|ve) et social\\w*)`,
  },
  {
    level: 3,
    label: 'CAP Accompagnant éducatif petite enfance',
    pattern: 'cap (?:aepe|petite enfance|accompagnante? educati(?:f|ve) (?:de la )?petite enfance)|aepe',
  },
  {
    level: 6,
    label: "Diplôme d'État d'éducateur de jeunes enfants",
    pattern: `deeje|${STATE}(?:educat\\w+ de jeunes enfants|eje)`,
  },
  { level: 6, label: "Diplôme d'État d'éducateur spécialisé", pattern: `dees|${STATE}educat\\w+ specialisee?` },
  {
    level: 6,
    label: "Diplôme d'État d'assistant de service social",
    pattern: `deass|${STATE}assistante? (?:de service )?social`,
  },
  { level: 6, label: "Diplôme d'État de conseiller en économie sociale familiale", pattern: 'decesf|diplome de cesf' },
  { level: 4, label: "Diplôme d'État de moniteur-éducateur", pattern: `deme|${STATE}monit(?:eur|rice)[- ]educat\\w+` },
  {
    level: 4,
    label: "Diplôme d'État de technicien de l'intervention sociale et familiale",
    pattern: `detisf|${STATE}tisf`,
  },
  { level: 4, label: "Diplôme d'État d'ambulancier", pattern: `${STATE}ambulanci\\w+` },
  {
    level: 7,
    label: "Diplôme d'État de masseur-kinésithérapeute",
    pattern: `${STATE}(?:masseu\\w+[- ])?kinesitherapeute`,
  },
  { level: 6, label: "Diplôme d'État d'ergothérapeute", pattern: `${STATE}ergotherapeute` },
  { level: 6, label: "Diplôme d'État de psychomotricien", pattern: `${STATE}psychomotricien` },
  { level: 6, label: "Diplôme d'État de manipulateur en radiologie", pattern: `${STATE}manipulat(?:eur|rice)` },
  { level: 7, label: "Diplôme d'État de sage-femme", pattern: `${STATE}sage[- ]femme` },
  {
    level: 8,
    label: "Diplôme d'État de docteur en médecine",
    pattern: `${STATE}(?:docteur|doctorat) en medecine|doctorat en medecine`,
  },
  {
    level: 8,
    label: "Diplôme d'État de docteur en pharmacie",
    pattern: `${STATE}(?:docteur en pharmacie|pharmacien)|doctorat en pharmacie`,
  },
  { level: 4, label: 'BPJEPS', pattern: 'bpjeps' },
  { level: 5, label: 'DEJEPS', pattern: 'dejeps' },
  { level: 6, label: 'CAFERUIS', pattern: 'caferuis' },
  { level: 7, label: 'CAFDES', pattern: 'cafdes' },
  { level: 4, label: 'BP Coiffure', pattern: 'bp coiffure|brevet professionnel (?:de )?coiffure' },
  { level: 4, label: 'BPREA', pattern: 'bprea' },
  { level: 8, pattern: 'doctorats?|phd|ph\\.d|bac ?\\+ ?8' },
  {
    level: 7,
    pattern:
      "bac ?\\+? ?[+/] ?[5-7]|masteres?|master ?[12]|master (?:pro\\w*|recherche|universitaire|specialise|cca|meef)|dess|dscg|deas?(?= de droit)|ecoles? (?:d'|de )?(?:ingenieure?s?|commerce|management)|grandes? ecoles?|(?:diplome|titre|formation|cursus|niveau|profil|ingenieur)s? (?:d'|de |type |en )?ingenieur(?:e|\\(e\\))?s?",
  },
  { level: 7, pattern: 'masters?', ambiguous: true },
  {
    level: 6,
    pattern:
      'bac ?\\+? ?[+/] ?[34]|bachelors?|dcg|licences? pro(?:fessionnelles?)?|master ?1|but (?=gea|tc|gim|geii|mmi|info|hse|qlio|gaco|mp\\b)',
  },
  { level: 6, pattern: 'licence|but', ambiguous: true },
  { level: 5, pattern: 'bac ?\\+? ?[+/] ?2|btsa?|duts?|deug|deust|dma' },
  {
    level: 4,
    pattern:
      'bac(?:calaureat)?s? (?:pro\\b|professionnels?|techno\\w*|general|sti\\w*|st2s|stmss|stmg|stg|scientifique|litteraire|es\\b|s\\b|l\\b|ou equivalent)|baccalaureats?|bacpro|brevets? professionnels?|brevets? de technicien|bma|btm',
  },
  { level: 4, pattern: 'bac|bp', ambiguous: true },
  { level: 3, pattern: 'bepa?|capa|mention complementaire' },
  { level: 3, pattern: 'cap', ambiguous: true },
];

/** «diplôme de niveau 6», and the numbering before 2019 in Roman figures. */
export const NUMBERED_LEVEL =
  /\b(?:diplomes?|formations?|titres?|certifications?|qualifications?)[^.;,\n]{0,20}\bniveau ([3-8]|iv|v|iii|ii|i)\b(?!\s*(?:de langue|d'))/g;
export const ROMAN_LEVELS = new Map([
  ['v', 3],
  ['iv', 4],
  ['iii', 5],
  ['ii', 6],
  ['i', 7],
]);

/** What makes an everyday word a diploma, just before it. */
export const DIPLOMA_BEFORE =
  /\b(?:diplom\w*|titulaires?|formations?|niveau|type|un|une|mon|ma|bac|bep|cap|bts|dut|licence|bachelor|obtenu|valide|eu|en apprentissage|aprentissage|passe)\b[^.;\n]{0,12}$/;
/** …and just after it. */
export const DIPLOMA_AFTER =
  /^\s*(?:[,/+()-]|ou|et\/ou|a)?\s*(?:bep|cap|bac|bts|dut|licence|bachelor|master|minimum|exige|souhaite|obligatoire|requis|ou equivalent)\b/;
/** The same words in other trades. */
export const NOT_A_DIPLOMA_AFTER =
  /^\s*(?:(?:iv|4)\b|data\b|class\b|degree of|gemini|sur |vers |ou pas|de (?:\d|l'|vin|soud|mer|transport|pech|taxi|nos|vos|cette|notre)|d'(?:entree|agent|exploitation|utilisation|eau|en\b|amelior|obtenir|un\b|une\b)|lucratif|non lucratif|a (?:sable|graisse|shampo|glace|legume|linge|ordures)|acier|gastro|lave|\d{2})/;
export const NOT_A_DIPLOMA_BEFORE =
  /(?:\b(?:scrum|web|quiz|mettre le|mettons le|franchir (?:un|le)|dans (?:le|un)|a|pour|tout|ayant pour|sans|au|votre|notre|data|ring|le seul|du|les)\s+)$/;
