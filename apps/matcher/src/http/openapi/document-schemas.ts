import { integer, list, object, oneOf, orNull, ref, type Schema, share, string } from './schema';

const CODE = string('OGR code of ROME 4.0.');
const LABEL = string('In French, as in the référentiel.');
const REQUIREMENT = orNull(oneOf('exigé', 'souhaité'));
const SPAN = {
  field: oneOf('title', 'text'),
  start: integer('First UTF-16 code unit.'),
  end: integer('After the last UTF-16 code unit.'),
};

/** What is read in a text, and documents as they are stored. */
export const DOCUMENT_SCHEMAS: Readonly<Record<string, Schema>> = {
  Provenance: object({
    romeVersion: string('For example 4.60.'),
    modelVersion: string('Changes with any file of the model.'),
    weightsVersion: string('Version of the weights of the score.'),
  }),
  Evidence: object(SPAN),
  Mention: object({
    ...SPAN,
    text: string('Exactly the words at the offsets.'),
    code: CODE,
    kind: oneOf('macroCompetence', 'savoirFaire', 'savoirEtre', 'savoir', 'contexte'),
    label: LABEL,
    confidence: share('Probability that an expert agrees.'),
    macroCompetence: orNull(CODE),
    requirement: REQUIREMENT,
  }),
  DocumentConcept: object({
    code: CODE,
    label: LABEL,
    confidence: share('Probability that an expert finds it in the document.'),
    requirement: REQUIREMENT,
    evidence: list(ref('Evidence'), 'Most convincing first; empty where a structured field says it.'),
  }),
  GuessedMetier: object({ code: string('ROME code.'), label: LABEL, score: share('Share of belief.') }),
  TextConstraints: object({
    drivingLicences: list(object({ code: string(), requirement: REQUIREMENT })),
    languages: list(
      object({
        code: string('ISO 639-1.'),
        level: orNull(oneOf('A1', 'A2', 'B1', 'B2', 'C1', 'C2')),
        requirement: REQUIREMENT,
      }),
    ),
    diplomas: list(
      object({ level: integer('3 (CAP) to 8 (doctorat).', 3), label: string(), requirement: REQUIREMENT }),
    ),
    certificates: list(object({ key: string(), label: string(), requirement: REQUIREMENT })),
  }),
  NormalizedDocument: object({
    mentions: list(ref('Mention')),
    macroCompetences: list(ref('DocumentConcept')),
    savoirs: list(ref('DocumentConcept')),
    contextes: list(ref('DocumentConcept')),
    metiers: list(ref('GuessedMetier'), 'Best first, at most five.'),
    constraints: ref('TextConstraints'),
    unscorable: orNull(string('Why the text is too poor to be matched, in French.')),
  }),
  NormalizedText: object({ normalized: ref('NormalizedDocument'), provenance: ref('Provenance') }),
  StoredOffer: stored('offer', 'OfferEvent'),
  StoredProfile: stored('profile', 'ProfileEvent'),
  Pending: object({ status: oneOf('pending'), kind: oneOf('offer', 'profile'), id: string() }),
  BatchOutcome: {
    oneOf: [
      object({ line: integer('From 1.', 1), status: oneOf('accepted'), id: string(), version: integer() }),
      object({
        line: integer('From 1.', 1),
        status: oneOf('rejected'),
        errors: list(object({ field: string(), reason: string() })),
      }),
      object({ status: oneOf('done'), accepted: integer(), rejected: integer() }),
      object({ status: oneOf('failed'), detail: string() }),
    ],
  },
};

function stored(kind: string, event: string): Schema {
  return object({
    kind: oneOf(kind),
    id: string(),
    version: integer(undefined, 1),
    source: ref(event),
    normalized: ref('NormalizedDocument'),
    provenance: ref('Provenance'),
    storedAt: { type: 'string', format: 'date-time' },
  });
}
