import { integer, list, object, oneOf, orNull, ref, type Schema, share, string } from './schema';

const NAMED = object({ code: string('OGR or ROME code.'), label: string('In French.') });
const MACROS = list(ref('NamedCode'));
const REQUIREMENT = { requirement: oneOf('exigé', 'souhaité') };
const CONTRIBUTION = { contribution: share('Part of the score.') };
const LABELLED = { code: string('OGR code.'), label: string('In French.') };
const WORDS = list(ref('QuotedEvidence'));

/** Lists of matches and explanations. */
export const MATCH_SCHEMAS: Readonly<Record<string, Schema>> = {
  NamedCode: NAMED,
  MatchEntry: object({
    id: string('Id of the document on the other side.'),
    score: share('The same whichever side asks.'),
    rank: integer('From 1, best first.', 1),
    shared: MACROS,
    missing: MACROS,
    toVerify: MACROS,
    adjacent: MACROS,
    vetoes: list(string('Hard incompatibility, in French; never changes the score.')),
  }),
  MatchList: object({
    kind: oneOf('offer', 'profile'),
    id: string(),
    provenance: ref('Provenance'),
    unscorable: orNull(string('Why the document cannot be scored, in French.')),
    entries: list(ref('MatchEntry'), 'Best first.'),
  }),
  QuotedEvidence: object({
    field: oneOf('title', 'text'),
    start: integer('First UTF-16 code unit.'),
    end: integer('After the last UTF-16 code unit.'),
    words: string('The words at these offsets.'),
  }),
  SideStrength: object(
    { strength: oneOf('mentionnée', 'probable'), confidence: share('How sure it is.'), evidence: WORDS },
    { impliedBy: ref('NamedCode') },
  ),
  MacroItem: object(
    {
      ...LABELLED,
      kind: oneOf('shared', 'toVerify', 'probable', 'adjacent', 'missing'),
      concept: oneOf('macroCompetence', 'savoirEtre'),
      offer: ref('SideStrength'),
      profile: orNull(ref('SideStrength')),
      ...CONTRIBUTION,
    },
    {
      ...REQUIREMENT,
      potential: share('What the score would gain if the profile clearly said it.'),
      adjacentTo: ref('NamedCode'),
    },
  ),
  SavoirItem: object(
    { ...LABELLED, kind: oneOf('shared', 'missing'), ...CONTRIBUTION, offerEvidence: WORDS, profileEvidence: WORDS },
    REQUIREMENT,
  ),
  ContexteItem: object({
    kind: oneOf('agree', 'clash'),
    offer: object({ ...LABELLED, evidence: WORDS }),
    profile: object({ ...LABELLED, evidence: WORDS }),
    ...CONTRIBUTION,
  }),
  MetierItem: object({
    offer: ref('NamedCode'),
    profile: ref('NamedCode'),
    proximity: share('1 for the same fiche.'),
    ...CONTRIBUTION,
  }),
  Veto: object({
    kind: oneOf('drivingLicence', 'certificate', 'diploma', 'contract', 'language', 'mobility'),
    status: oneOf('incompatible', 'toVerify'),
    reason: string('A French sentence to show as it is.'),
  }),
  Explanation: object({
    offerId: string(),
    profileId: string(),
    score: orNull(share('Sum of all contributions; null where a side is unscorable.')),
    weightsVersion: string(),
    unscorable: orNull(object({ offer: orNull(string()), profile: orNull(string()) })),
    items: list(ref('MacroItem')),
    savoirs: list(ref('SavoirItem')),
    contextes: list(ref('ContexteItem')),
    metiers: list(ref('MetierItem')),
    vetoes: list(ref('Veto')),
    sentence: string('One or two French sentences to read aloud.'),
  }),
};
