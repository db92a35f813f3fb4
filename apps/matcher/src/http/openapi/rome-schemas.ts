import { integer, list, object, oneOf, orNull, ref, type Schema, string } from './schema';

const FLAG = orNull({ type: 'boolean' });
const NODES = list(ref('NamedCode'));

/** The référentiel, as it is looked up. */
export const ROME_SCHEMAS: Readonly<Record<string, Schema>> = {
  ConceptSummary: object({
    code: string('OGR code.'),
    kind: oneOf('macroCompetence', 'savoirFaire', 'savoirEtre', 'savoir', 'contexte'),
    label: string('In French.'),
    macroCompetence: orNull(ref('NamedCode')),
  }),
  ConceptList: object({ concepts: list(ref('ConceptSummary')) }),
  Concept: object({
    code: string('OGR code.'),
    kind: oneOf('macroCompetence', 'savoirFaire', 'savoirEtre', 'savoir', 'contexte'),
    label: string('In French.'),
    macroCompetence: orNull(ref('NamedCode')),
    category: string(),
    subCategory: string(),
    path: NODES,
    fiches: list(ref('NamedCode'), 'Fiches métier that list it.'),
    children: list(ref('NamedCode'), 'Savoir-faire of a macro-compétence.'),
  }),
  Fiche: object({
    code: string('ROME code.'),
    label: string('In French.'),
    grandDomaine: ref('NamedCode'),
    domaineProfessionnel: ref('NamedCode'),
    items: list(
      object({
        code: string('OGR code.'),
        kind: oneOf('macroCompetence', 'savoirFaire', 'savoirEtre', 'savoir', 'contexte'),
        label: string('In French.'),
        coeur: orNull(oneOf('principale', 'émergente')),
      }),
    ),
    appellations: NODES,
    mobilities: list(object({ code: string('ROME code.'), label: string('In French.'), order: integer() })),
    riasec: list(string()),
    transitions: object({ ecologique: string(), numerique: FLAG, demographique: FLAG }),
    emploiReglemente: FLAG,
    emploiCadre: FLAG,
  }),
};
