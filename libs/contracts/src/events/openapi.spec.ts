import { Logger, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { FranceTravailOffer } from '../france-travail/offer';
import { OfferEvent } from './offer-event';
import { parseOfferEvent, parseProfileEvent } from './parse';
import { ProfileEvent } from './profile-event';

@Module({})
class NoRoutes {}

const BARE = { id: 'o-1', version: 1, occurredAt: '2026-03-01T08:30:00Z', title: 'Soudeur', text: 'Souder.' };

const accepts = (parse: (input: unknown) => unknown, input: unknown): boolean => {
  try {
    parse(input);
    return true;
  } catch {
    return false;
  }
};

/** The document that the API shows must refuse and accept what the validation refuses and accepts. */
describe('OpenAPI schemas of the events', () => {
  let schemaOf: (name: string) => ValidateFunction;

  beforeAll(async () => {
    Logger.overrideLogger(false);
    const app = await NestFactory.create(NoRoutes);

    const document = SwaggerModule.createDocument(app, new DocumentBuilder().build(), {
      extraModels: [OfferEvent, ProfileEvent, FranceTravailOffer],
    });
    await app.close();
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addSchema(document, 'document');
    schemaOf = (name) => ajv.compile({ $ref: `document#/components/schemas/${name}` });
  });

  const offer: readonly object[] = [
    {},
    { title: '', text: '' },
    { id: undefined },
    { id: 'a b' },
    { version: 0 },
    { version: '1' },
    { occurredAt: '2026-03-01' },
    { occurredAt: '2026-03-01T08:30:00+01:00' },
    { occurredAt: '2026-02-30T08:30:00Z' },
    { title: 'x'.repeat(301) },
    { text: undefined },
    { contractType: 'CDI' },
    { contractType: 'cdi' },
    { location: { departement: '2B' } },
    { location: { departement: '20' } },
    { location: 'Paris' },
    { drivingLicences: [{ code: 'B' }] },
    { drivingLicences: ['B'] },
    { languages: [{ code: 'en', level: 'B2', requirement: 'exigé' }] },
    { languages: [{ level: 'B2' }] },
    { languages: Array(201).fill({ code: 'en' }) },
    { diplomas: [{ level: 5, label: 'BTS' }] },
    { diplomas: [{ level: 2 }] },
    { certificates: [{ label: 'CACES' }] },
    { certificates: [{ label: '' }] },
    { experience: { months: 601 } },
    { skills: [{ code: '300030', requirement: 'souhaité' }] },
    { skills: [{ code: '3' }] },
    { otherRequirements: [{ label: 'Python' }] },
    { workingConditions: ['Nuit'] },
    { workingConditions: [3] },
    { qualities: 'Rigueur' },
    { romeCode: 'M1805' },
    { romeCode: 'Z9' },
    { expiresAt: 'demain' },
    { unknown: 1 },
  ];

  it.each(offer)('agrees with the validation of offers: %j', (change) => {
    const input = { ...BARE, ...change };
    expect(schemaOf('OfferEvent')(input)).toBe(accepts(parseOfferEvent, input));
  });

  const profile: readonly object[] = [
    {},
    { contractTypes: ['CDI', 'CDD'] },
    { contractTypes: ['CDX'] },
    { contractTypes: 'CDI' },
    { mobility: { departements: ['33'] } },
    { mobility: {} },
    { drivingLicences: ['B'] },
    { drivingLicences: [{ code: 'B' }] },
    { languages: [{ code: 'fr' }] },
    { diplomas: [{ level: 9 }] },
    { certificates: ['CACES'] },
    { certificates: Array(201).fill('CACES') },
    { skills: [{ code: '300030' }] },
    { romeCodes: ['M1805'] },
    { romeCodes: ['M18'] },
  ];

  it.each(profile)('agrees with the validation of profiles: %j', (change) => {
    const input = { ...BARE, ...change };
    expect(schemaOf('ProfileEvent')(input)).toBe(accepts(parseProfileEvent, input));
  });

  it('describes the offers of France Travail', () => {
    const input = { id: '1', intitule: 'Serveur', description: 'Servir.', permis: [{ libelle: 'B', exigence: 'E' }] };
    expect(schemaOf('FranceTravailOffer')(input)).toBe(true);
    expect(schemaOf('FranceTravailOffer')({ ...input, permis: [{ exigence: 'Z' }] })).toBe(false);
  });
});
