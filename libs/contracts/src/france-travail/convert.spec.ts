import * as fc from 'fast-check';
import { OfferEvent } from '../events/offer-event';
import { parseOfferEvent } from '../events/parse';
import { InvalidEventError } from '../validation/invalid-input-error';
import { fromFranceTravail } from './convert';

/** Fictional, with every field that the API gives. */
const OFFER = {
  id: '190XYZT',
  intitule: 'Soudeur / Soudeuse TIG (H/F)',
  description: 'L&#39;atelier Ferronnet cherche un(e) soudeur(se).\nVous soudez des cuves inox.',
  dateCreation: '2026-02-01T09:00:00.000Z',
  dateActualisation: '2026-02-03T10:30:15.500Z',
  lieuTravail: { libelle: '44 - ST NAZAIRE', latitude: 47.2, longitude: -2.2, codePostal: '44600', commune: '44184' },
  romeCode: 'H2913',
  romeLibelle: 'Soudage manuel',
  appellationlibelle: 'Soudeur / Soudeuse TIG',
  entreprise: { nom: 'Ferronnet', entrepriseAdaptee: false },
  typeContrat: 'CDD',
  typeContratLibelle: 'CDD - 6 Mois',
  natureContrat: 'Contrat travail',
  alternance: false,
  experienceExige: 'S',
  experienceLibelle: '2 An(s) - en chaudronnerie',
  competences: [
    { code: '300135', libelle: 'Monter une machine', exigence: 'E' },
    { code: '100822', libelle: 'Usinage' },
    { libelle: 'Lire une cotation', exigence: 'S' },
  ],
  formations: [
    {
      codeFormation: '23054',
      domaineLibelle: 'soudage',
      niveauLibelle: 'CAP, BEP et équivalents',
      commentaire: 'ou titre pro',
      exigence: 'E',
    },
    { niveauLibelle: 'Aucune formation scolaire', commentaire: 'licence de soudage', exigence: 'S' },
    { domaineLibelle: 'métallurgie' },
  ],
  langues: [
    { libelle: 'Anglais', exigence: 'S' },
    { libelle: 'Langue des signes', exigence: 'E' },
  ],
  permis: [{ libelle: 'B - Véhicule léger', exigence: 'E' }, { libelle: 'Bateau' }],
  qualitesProfessionnelles: [{ libelle: 'Faire preuve de rigueur', description: 'Longue explication.' }],
  dureeTravailLibelle: '35H/semaine\nTravail posté (2x8, 3x8, 5x8, etc.)',
  dureeTravailLibelleConverti: 'Temps plein',
  contexteTravail: {
    horaires: ['35H/semaine\nTravail posté (2x8, 3x8, 5x8, etc.)'],
    conditionsExercice: ['Port de charges'],
  },
  deplacementCode: '2',
  deplacementLibelle: 'Ponctuels Zone départementale',
  salaire: {
    libelle: 'Mensuel de 2100 Euros',
    complement1: 'Primes',
    listeComplements: [{ code: 'PV', libelle: 'Mutuelle' }],
  },
  complementExercice: '',
  nouveauChamp: { inconnu: true },
};

const MINIMAL = { id: '1', intitule: 'Serveur', description: 'Servir en salle.', dateCreation: '2026-02-01' };

function violationsOf(input: unknown): readonly string[] {
  try {
    fromFranceTravail(input);
  } catch (error) {
    if (!(error instanceof InvalidEventError)) throw error;
    return error.violations.map(({ field }) => field);
  }
  return [];
}

describe('fromFranceTravail', () => {
  it('reads all that we use', () => {
    const event = fromFranceTravail(OFFER);
    expect(event).toBeInstanceOf(OfferEvent);
    expect(JSON.parse(JSON.stringify(event))).toStrictEqual({
      id: '190XYZT',
      version: Date.parse('2026-02-03T10:30:15Z') / 1000,
      occurredAt: '2026-02-03T10:30:15.500Z',
      title: OFFER.intitule,
      text: OFFER.description,
      contractType: 'CDD',
      location: { departement: '44', commune: 'ST NAZAIRE' },
      experience: { months: 24, requirement: 'souhaité' },
      romeCode: 'H2913',
      skills: [{ code: '300135', requirement: 'exigé' }, { code: '100822' }],
      languages: [{ code: 'en', requirement: 'souhaité' }],
      drivingLicences: [{ code: 'B', requirement: 'exigé' }],
      diplomas: [{ level: 3, label: 'soudage - ou titre pro', requirement: 'exigé' }],
      otherRequirements: [
        { label: 'Lire une cotation', requirement: 'souhaité' },
        { label: 'Bateau' },
        { label: 'Langue des signes', requirement: 'exigé' },
        { label: 'licence de soudage', requirement: 'souhaité' },
        { label: 'métallurgie' },
      ],
      workingConditions: [
        '35H/semaine',
        'Travail posté (2x8, 3x8, 5x8, etc.)',
        'Temps plein',
        'Port de charges',
        'Déplacements : Ponctuels Zone départementale',
        'Primes',
        'Mutuelle',
      ],
      qualities: ['Faire preuve de rigueur'],
    });
  });

  it('says nothing of what the offer does not say', () => {
    const event = fromFranceTravail({ ...MINIMAL, competences: [], permis: null, experienceExige: 'D' });
    expect(Object.keys(event).sort()).toEqual(['id', 'occurredAt', 'text', 'title', 'version']);
  });

  it('reads lists that an export flattened to their labels', () => {
    const flat = {
      langues: ['Espagnol'],
      permis: ['C - Poids lourd'],
      qualitesProfessionnelles: ['Autonomie'],
      competences: ['Plonge'],
    };
    expect(JSON.parse(JSON.stringify(fromFranceTravail({ ...MINIMAL, ...flat, departement: '33' })))).toMatchObject({
      languages: [{ code: 'es' }],
      drivingLicences: [{ code: 'C' }],
      qualities: ['Autonomie'],
      otherRequirements: [{ label: 'Plonge' }],
      location: { departement: '33' },
    });
  });

  it.each([
    [{ alternance: true, typeContrat: 'CDD' }, 'ALT'],
    [{ natureContrat: 'Contrat apprentissage', typeContrat: 'CDD' }, 'ALT'],
    [{ typeContrat: 'MIS' }, 'MIS'],
    [{ typeContrat: '' }, undefined],
  ])('%j is contract %s', (fields, contract) => {
    expect(fromFranceTravail({ ...MINIMAL, ...fields }).contractType).toBe(contract);
  });

  it('gives a later change a greater version, and dates an undated offer by its reception', () => {
    const undated = { ...MINIMAL, dateCreation: null };
    const first = fromFranceTravail(MINIMAL);
    const second = fromFranceTravail({ ...MINIMAL, dateActualisation: '2026-02-01T00:00:01+00:00' });
    expect(second.version).toBe(first.version + 1);
    expect(fromFranceTravail(undated, new Date('2026-04-01T00:00:00.900Z'))).toMatchObject({
      version: Date.parse('2026-04-01') / 1000,
      occurredAt: '2026-04-01T00:00:00.900Z',
    });
  });

  it('cuts a long condition between words, losing none', () => {
    const words = Array.from({ length: 150 }, (_, index) => `mot${index}`).join(' ');
    const conditions = fromFranceTravail({ ...MINIMAL, complementExercice: words }).workingConditions ?? [];
    expect(conditions.length).toBeGreaterThan(1);
    expect(conditions.every(({ length }) => length <= 300)).toBe(true);
    expect(conditions.join(' ')).toBe(words);
  });

  it.each<[object, ...string[]]>([
    [{ id: undefined }, 'id'],
    [{ intitule: null, description: undefined }, 'intitule', 'description'],
    [{ dateCreation: 'hier' }, 'dateCreation'],
    [{ dateActualisation: '2026-02-01T10:00:00' }, 'dateActualisation'],
    [{ typeContrat: 'XYZ' }, 'typeContrat'],
    [{ romeCode: 'soudage' }, 'romeCode'],
    [{ experienceExige: 'X' }, 'experienceExige'],
    [{ experienceLibelle: '75 ans' }, 'experienceLibelle'],
    [
      { competences: [{ code: 'abc', exigence: 'Z' }] },
      'competences[0].code',
      'competences[0].libelle',
      'competences[0].exigence',
    ],
    [{ langues: 'Anglais' }, 'langues'],
    [{ permis: ['B', 3] }, 'permis[1]'],
    [{ formations: ['CAP'] }, 'formations[0]'],
    [{ lieuTravail: '44' }, 'lieuTravail'],
    [{ contexteTravail: { horaires: [35] } }, 'contexteTravail.horaires[0]'],
    [{ alternance: 'oui' }, 'alternance'],
    [{ typeContrat: 'XYZ', experienceLibelle: '75 ans' }, 'typeContrat', 'experienceLibelle'],
  ])('names the fields as in the API: %j', (change, ...fields) => {
    expect([...violationsOf({ ...MINIMAL, ...change })].sort()).toEqual([...fields].sort());
  });

  it('bounds what several lists give together', () => {
    const many = (what: string): string[] => Array.from({ length: 150 }, (_, index) => `${what} ${index}`);
    expect(violationsOf({ ...MINIMAL, horaires: many('h'), conditionsExercice: many('c') })).toEqual(['horaires']);
    expect(violationsOf({ ...MINIMAL, competences: many('c'), permis: many('p') })).toEqual(['competences']);
  });

  it('gives a valid event, or refuses with InvalidEventError, whatever comes in', () => {
    const keys = fc.constantFrom(...Object.keys(OFFER), 'libelle', 'exigence', 'code', 'horaires');
    const value = fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.array(fc.dictionary(keys, fc.jsonValue({ maxDepth: 1 }))));
    fc.assert(
      fc.property(fc.dictionary(keys, value, { maxKeys: 4 }), (change) => {
        try {
          const event = fromFranceTravail({ ...OFFER, ...change });
          expect(parseOfferEvent(JSON.parse(JSON.stringify(event)))).toStrictEqual(event);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidEventError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
