/** Certificates and habilitations that French offers and CVs name by a fixed word. Patterns apply to folded text. */
export interface CertificatePattern {
  readonly key: string;
  readonly label: string;
  readonly pattern: string;
  /** Offers: the word has other common uses; it counts only beside a cue, a title word or another certificate. */
  readonly ambiguous?: true;
}

export const CERTIFICATES: readonly CertificatePattern[] = [
  { key: 'fimo', label: 'FIMO', pattern: 'fimo' },
  { key: 'fco', label: 'FCO', pattern: 'fcos?' },
  {
    key: 'carte-conducteur',
    label: 'Carte conducteur',
    pattern: 'carte(?: de)? conducteur|carte chrono(?:tachygraphe)?|carte tachygraphe',
  },
  { key: 'adr', label: 'ADR (matières dangereuses)', pattern: 'adr', ambiguous: true },
  {
    key: 'capacite-transport',
    label: 'Capacité de transport',
    pattern: '(?:attestation de )?capacite (?:de |en )?transports?',
  },
  {
    key: 'sst',
    label: 'Sauveteur secouriste du travail (SST)',
    pattern:
      'sauveteurs? secouristes?(?: du travail)?|secouristes? du travail|(?:formation|certificat|certification|brevet|titulaire du|diplome) sst',
  },
  { key: 'sst', label: 'Sauveteur secouriste du travail (SST)', pattern: 'sst', ambiguous: true },
  { key: 'psc1', label: 'PSC1', pattern: 'psc ?1' },
  { key: 'pse1', label: 'PSE1', pattern: 'pse ?1' },
  { key: 'pse2', label: 'PSE2', pattern: 'pse ?2' },
  { key: 'bnssa', label: 'BNSSA', pattern: 'bnssa' },
  { key: 'bafa', label: 'BAFA', pattern: 'bafa' },
  { key: 'bafd', label: 'BAFD', pattern: 'bafd' },
  {
    key: 'haccp',
    label: 'Formation HACCP',
    pattern:
      "(?:formations?|formee?s?|attestations?|certificats?|certifications?|certifiee?s?)(?: (?:a la|a l'|aux|en|de|sur la))?(?: (?:normes?|methode|regles|demarche|hygiene|hygiene alimentaire))? haccp",
  },
  { key: 'certiphyto', label: 'Certiphyto', pattern: 'certi-?phyto' },
  { key: 'certibiocide', label: 'Certibiocide', pattern: 'certibiocide' },
  { key: 'aipr', label: 'AIPR', pattern: 'aipr' },
  { key: 'atex', label: 'ATEX', pattern: '(?:habilitation|formation|certification) atex|atex (?:niveau )?[012]' },
  { key: 'amiante-ss3', label: 'Amiante sous-section 3', pattern: 'amiante (?:sous[- ]section|ss) ?3' },
  { key: 'amiante-ss4', label: 'Amiante sous-section 4', pattern: 'amiante (?:sous[- ]section|ss) ?4' },
  {
    key: 'travail-en-hauteur',
    label: 'Habilitation travail en hauteur',
    pattern: '(?:habilitations?|habilitee?s?|formation|attestation)(?: au| du)?(?: travail| travaux)? en hauteur',
  },
  {
    key: 'fluides-frigorigenes',
    label: "Attestation d'aptitude fluides frigorigènes",
    pattern:
      "(?:attestations?|habilitations?|aptitudes?|certificats?)(?: d'aptitude)?(?: a la manipulation| de manipulation| manipulation)?(?: aux| des| de)? fluides(?: frigorigenes)?",
  },
  { key: 'irve', label: 'Qualification IRVE', pattern: '(?:habilitation|qualification|certification|formation) irve' },
  { key: 'iobsp', label: 'Habilitation IOBSP', pattern: 'iobsp' },
  { key: 'certification-amf', label: 'Certification AMF', pattern: 'certification amf|certifiee? amf' },
  { key: 'permis-exploitation', label: "Permis d'exploitation", pattern: "permis d'exploitation" },
  {
    key: 'carte-professionnelle-securite',
    label: 'Carte professionnelle de sécurité (CNAPS)',
    pattern:
      "cnaps|carte pro(?:fessionnelle)? (?:d'agent |de |d')?(?:securite|surveillance|agent de securite|agent de surveillance)",
  },
  {
    key: 'carte-professionnelle-taxi',
    label: 'Carte professionnelle de taxi',
    pattern: 'carte pro(?:fessionnelle)? (?:de )?taxi',
  },
  {
    key: 'carte-professionnelle-vtc',
    label: 'Carte professionnelle VTC',
    pattern: 'carte (?:pro(?:fessionnelle)? )?vtc',
  },
  { key: 'carte-professionnelle', label: 'Carte professionnelle', pattern: 'carte pro(?:fessionnelle?)?' },
  { key: 'csq', label: 'CSQ (nucléaire)', pattern: 'csq' },
  { key: 'caces-r486', label: 'CACES R486', pattern: 'permis nacelles?' },
  { key: 'caces-r489', label: 'CACES R489', pattern: 'permis cariste' },
  {
    key: 'caces-r484',
    label: 'CACES R484',
    pattern: '(?:permis|habilitation) pont(?:ier)?(?: roulant)?|pontier[- ]elingueur',
  },
];

/** Certificates in degrees: «SSIAP 1 et 2», «AFGSU niveau 2». */
export const GRADED = new Map([
  ['ssiap', 'SSIAP'],
  ['afgsu', 'AFGSU'],
]);

/** CNAM recommendations before 2020 and the one that replaced each. */
export const CACES_SUCCESSORS = new Map([
  ['389', '489'],
  ['372', '482'],
  ['386', '486'],
  ['390', '490'],
  ['377', '487'],
  ['383', '483'],
  ['423', '484'],
]);
export const CACES_RECOMMENDATIONS = new Set(['482', '483', '484', '485', '486', '487', '489', '490']);

/** Categories of R372 and R386 under the recommendation that replaced them; those of R389 kept their names. */
export const CACES_CATEGORY_SUCCESSORS = new Map([
  ['482-1', 'a'],
  ['482-2', 'b1'],
  ['482-3', 'c1'],
  ['482-4', 'c1'],
  ['482-7', 'd'],
  ['482-8', 'e'],
  ['482-9', 'f'],
  ['482-10', 'g'],
  ['486-1a', 'a'],
  ['486-3a', 'a'],
  ['486-1b', 'b'],
  ['486-3b', 'b'],
]);

/** The categories that each recommendation has; anything else beside it is not a category. */
export const CACES_CATEGORIES = new Map([
  ['482', /^(?:a|b[1-4]|c[1-3]|d|e|f|g)$/],
  ['483', /^[ab]$/],
  ['484', /^[12]$/],
  ['485', /^[12]$/],
  ['486', /^[abc]$/],
  ['487', /^[123]$/],
  ['489', /^(?:1[ab]?|2[ab]?|[3-7])$/],
  ['490', /^1?$/],
]);

/** Machines that tell which recommendation «CACES» means. */
export const CACES_MACHINES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:nacelles?|pemp)\b/, '486'],
  [/\bpont(?:s|ier)?\b/, '484'],
  [/\b(?:grues? auxiliaires?|bras de grue)\b/, '490'],
  [/\bgrues? mobiles?\b/, '483'],
  [/\bgrues? a tour\b/, '487'],
  [/\b(?:chariots?|cariste|frontal|retractable|transpalettes?|preparat\w+)\b/, '489'],
  [/\bgerbeurs?\b/, '485'],
  [/\b(?:engins?|(?:mini[- ]?)?pelles?|chargeuses?|compacteurs?|tombereaux?|chantiers?)\b/, '482'],
];
