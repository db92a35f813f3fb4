import * as fc from 'fast-check';
import type { Clause } from '@passerelle/text';
import { certificateKey, readConstraints } from './read-constraints';

const offer = (text: string, title = '') => readConstraints({ kind: 'offer', title, text }, []);
const profile = (text: string, title = '') => readConstraints({ kind: 'profile', title, text }, []);
const shown = (found: readonly { code?: string; key?: string; requirement: string | null }[]): string =>
  found.map((item) => `${item.code ?? item.key ?? ''}${item.requirement ? `:${item.requirement}` : ''}`).join(' ');

describe('driving licences of offers', () => {
  it.each([
    ['Permis B exigé.', 'B:exigé'],
    ['Permis B indispensable (nombreux trajets)', 'B:exigé'],
    ['Le permis B serait un plus.', 'B:souhaité'],
    ['Permis de conduire souhaité', 'B:souhaité'],
    ['Vous êtes titulaire du permis B', 'B'],
    ['Vous devez être titulaire du permis C', 'C:exigé'],
    ['Idéalement titulaire du permis BE', 'BE:souhaité'],
    ['Permis B et C obligatoires', 'B:exigé C:exigé'],
    ['Permis C ou EC obligatoire', 'C:exigé CE:souhaité'],
    ['Permis B exigé, permis C souhaité', 'B:exigé C:souhaité'],
    ['Permis poids lourd exigé', 'C:exigé'],
    ['permis <b>B</b> exig&eacute;', 'B:exigé'],
    ['Permis B non exigé', ''],
    ["Le permis B n'est pas obligatoire", ''],
    ["Le permis B n'est pas obligatoire mais apprécié", 'B:souhaité'],
    ['Poste accessible sans permis', ''],
    ['Pas besoin de permis', ''],
    ['Sans permis B, s’abstenir', 'B:exigé'],
    ["Cette réorganisation a permis d'ouvrir un atelier", ''],
    ['Vous délivrez les permis de construire', ''],
    ['Votre rigueur vous a permis à chaque fois de réussir', ''],
    ['Permis à jour exigé', 'B:exigé'],
    ['Aide au passage du permis B', ''],
    ['2 ans au moins sur un poste proche, titulaire du permis de conduire', 'B'],
  ])('%s', (text, expected) => {
    expect(shown(offer(text).drivingLicences)).toBe(expected);
  });
});

describe('what a profile holds', () => {
  it.each([
    ['Permis B, C, CE – FCO à jour', 'B C CE'],
    ['permis b ok depuis 2015, permis c non', 'B'],
    ['Je passe le permis bientôt', ''],
    ['Permis B en cours', ''],
    ["code obtenu, mais je n'ai pas le permis", ''],
    ['Permis B en cours de validité', 'B'],
    ['permis B et remorque', 'B BE'],
  ])('licences: %s', (text, expected) => {
    expect(shown(profile(text).drivingLicences)).toBe(expected);
  });

  it.each([
    ['CAP carrelage, première année, non obtenu', []],
    ['Formation CAP abandonnée', []],
    ['BTS comptabilité 2014', [5]],
    ['Je prépare un BTS tourisme', []],
    ["J'ai accompagné une apprentie jusqu'à son CAP ; jury du CAP pâtissier", [3]],
    ['Master mathématiques, 2012', [7]],
    ['Niveau BTS électrotechnique', []],
    ['CAP et BP coiffure', [3, 4]],
  ])('diplomas: %s', (text, levels) => {
    expect(profile(text).diplomas.map(({ level }) => level)).toEqual(levels);
  });

  it.each([
    ['CACES 1 périmé depuis mars, SST', 'sst'],
    ['Habilitation BR, SSIAP non', 'habilitation-electrique-br'],
    ['FIMO non, ADR non', ''],
    ['AFGSU 2, BAFA, PSC1', 'afgsu-2 bafa psc1'],
    ['carte pro en cours de validité, agent de sécurité, SSIAP 1', 'carte-professionnelle-securite ssiap-1'],
    ['Titre professionnel Agent de propreté (2019)', 'titre-professionnel-agent-de-proprete'],
  ])('certificates: %s', (text, expected) => {
    expect(shown(profile(text).certificates)).toBe(expected);
  });
});

describe('languages', () => {
  const levels = (found: ReturnType<typeof offer>): string =>
    found.languages
      .map(({ code, level, requirement }) => [code, level, requirement].filter(Boolean).join(':'))
      .join(' ');

  it.each([
    ['Anglais courant exigé', 'en:C1:exigé'],
    ["La maîtrise de l'anglais est un plus", 'en:souhaité'],
    ["Bon niveau d'anglais requis", 'en:B2:exigé'],
    ['Anglais professionnel (écrit et oral)', 'en:B2'],
    ["Notions d'allemand appréciées", 'de:A2:souhaité'],
    ['Anglais niveau B1 minimum', 'en:B1:exigé'],
    ['Anglais et espagnol courants indispensables', 'en:C1:exigé es:C1:exigé'],
    ['Cours d’anglais pour enfants', ''],
    ['Notre client, un groupe allemand, recrute', ''],
    ['Anglais : TOEIC 850', 'en:B2'],
  ])('offer: %s', (text, expected) => {
    expect(levels(offer(text))).toBe(expected);
  });

  it.each([
    ['Langues : arabe langue maternelle, français bilingue, anglais scolaire', 'ar:C2 fr:C2 en:A2'],
    ['anglais je me débrouille, allemand non', 'en:A2'],
    ['ANGLAIS ZÉRO', ''],
    ['Anglais intermédiaire - italien débutant', 'en:B1 it:A1'],
  ])('profile: %s', (text, expected) => {
    expect(levels(profile(text))).toBe(expected);
  });
});

describe('diplomas of offers', () => {
  const levels = (text: string): string =>
    offer(text)
      .diplomas.map(({ level, requirement }) => [level, requirement].filter(Boolean).join(':'))
      .join(' ');

  it.each([
    ['Bac +2 minimum', '5:exigé'],
    ['De formation Bac+2 à Bac+5 en gestion', '5'],
    ['CAP, bac pro ou BTS exigé', '3:exigé'],
    ["BTS exigé ou 3 ans d'expérience", '5:souhaité'],
    ["Diplôme d'État d'infirmier exigé", '6:exigé'],
    ["École d'ingénieur souhaitée", '7:souhaité'],
    ['Titulaire d’une licence professionnelle', '6'],
    ['Doctorat apprécié', '8:souhaité'],
    ['Diplôme de niveau 5 exigé', '5:exigé'],
    ['Pas besoin de diplôme ni de CAP', ''],
    ['Cette alternance vous permet de préparer un BTS', ''],
    ['Nettoyer les bacs à sable', ''],
    ['Nous gardons le cap dans un seul but : avancer', ''],
    ['Scrum master, licence IV, bac à graisse', ''],
    ['Ingénieur logiciel', ''],
    ['Bac +4 en droit et au moins 3 ans de métier', '6'],
  ])('%s', (text, expected) => {
    expect(levels(text)).toBe(expected);
  });

  it('names a protected diploma and only the level of the others', () => {
    expect(offer('DEAES exigé').diplomas[0]?.label).toBe("Diplôme d'État d'accompagnant éducatif et social");
    expect(offer('BTS comptabilité exigé').diplomas[0]?.label).toBe('Bac +2');
    expect(offer('CAP petite enfance').diplomas[0]?.label).toBe('CAP Accompagnant éducatif petite enfance');
  });
});

describe('certificates of offers', () => {
  it.each([
    ['CACES 1, 3 et 5 obligatoires', 'caces-r489-1:exigé caces-r489-3:exigé caces-r489-5:exigé'],
    ['CACES 3 apprécié', 'caces-r489-3:souhaité'],
    ['Idéalement titulaire du CACES 3', 'caces-r489-3:souhaité'],
    ['CACES 3 ou 5 exigé', 'caces-r489-3:souhaité caces-r489-5:souhaité'],
    ['CACES R389 cat. 3', 'caces-r489-3'],
    ['CACES nacelle 1B et 3B', 'caces-r486-b'],
    ['CACES R482 : A, B1, F', 'caces-r482-a caces-r482-b1 caces-r482-f'],
    ['CACES à jour exigé', 'caces:exigé'],
    ['Cariste, 2 ans, CACES 3 ans maximum', 'caces'],
    ['Permis nacelle souhaité', 'caces-r486:souhaité'],
    ['Des process efficaces', ''],
    ['Formation CACES assurée par nos soins', ''],
    [
      'Habilitations électriques B1V, BR et BC exigées',
      'habilitation-electrique-b1v:exigé habilitation-electrique-br:exigé habilitation-electrique-bc:exigé',
    ],
    ['Anglais B2<br />Poste à pourvoir', ''],
    ['SSIAP 1 et 2 exigés', 'ssiap-1:exigé ssiap-2:exigé'],
    ['FIMO/FCO à jour', 'fimo fco'],
    ['Respecter les normes HACCP', ''],
    ['Formation HACCP souhaitée', 'haccp:souhaité'],
    ['Permis B exigé, CACES 3 souhaité', 'caces-r489-3:souhaité'],
    ['AIPR exigée', 'aipr:exigé'],
    ['Préparateur CACES 1 (F/H)', 'caces-r489-1'],
    ['CACES nacelle A et CACES 3', 'caces-r486-a caces-r489-3'],
  ])('%s', (text, expected) => {
    expect(shown(offer(text).certificates)).toBe(expected);
  });
});

describe('the clauses of the segmentation', () => {
  const text = 'Permis B. Diplôme : BTS';
  const clause = (part: string, more: Partial<Clause>): Clause => ({
    field: 'text',
    start: text.indexOf(part),
    end: text.indexOf(part) + part.length,
    text: part,
    section: 'profil',
    sentence: 0,
    sentenceStart: 0,
    sentenceEnd: text.length,
    requirement: null,
    exclusion: null,
    ...more,
  });
  const read = (...clauses: Clause[]) => readConstraints({ kind: 'offer', title: '', text }, clauses);

  it('give the requirement that the near words do not say', () => {
    expect(shown(read(clause('Permis B', { requirement: 'exigé' })).drivingLicences)).toBe('B:exigé');
  });

  it('take out what they see refused or said of the employer', () => {
    expect(read(clause('Permis B', { exclusion: 'negation' })).drivingLicences).toEqual([]);
    expect(read(clause('Diplôme : BTS', { section: 'entreprise' })).diplomas).toEqual([]);
  });
});

describe('certificateKey', () => {
  it.each([
    ['CACES R489 catégorie 3', 'caces-r489-3'],
    ['Habilitation électrique B2V', 'habilitation-electrique-b2v'],
    ['SSIAP 2', 'ssiap-2'],
    ['Sauveteur Secouriste du Travail', 'sst'],
    ["Brevet d'Élagueur grimpeur", 'brevet-d-elagueur-grimpeur'],
    ['', ''],
  ])('%s', (label, key) => {
    expect(certificateKey(label)).toBe(key);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    'permis ',
    'B',
    ' et ',
    'CACES ',
    'R489 ',
    '3',
    ', ',
    'anglais ',
    'C1 ',
    'exigé',
    ' non ',
    'BTS ',
    'ou ',
    'habilitation ',
    'BR ',
    '<br',
    '&eacute;',
    '\ud800',
    'e\u0301',
    '\n',
    'İ',
    'ﬁ',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((all) => String.fromCharCode(...all)),
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
  );

  it('is read without error, with distinct codes and levels of the frameworks', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('offer' as const, 'profile' as const), (text, kind) => {
        const found = readConstraints({ kind, title: text, text }, []);
        const keys = [...found.drivingLicences.map(({ code }) => code), ...found.certificates.map(({ key }) => key)];
        expect(new Set(keys).size).toBe(keys.length);
        expect(found.diplomas.every(({ level, label }) => level >= 3 && level <= 8 && label !== '')).toBe(true);
        if (kind === 'profile')
          expect(
            Object.values(found)
              .flat()
              .every((item) => (item as { requirement: unknown }).requirement === null),
          ).toBe(true);
      }),
    );
  });

  it('says the same whether accents are composed or not', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (all) => {
        const text = all.join('');
        expect(offer(text.normalize('NFD'))).toEqual(offer(text.normalize('NFC')));
      }),
    );
  });

  // A quadratic pattern would need minutes; the bound leaves room for a busy machine.
  it.each(['caces 3 et 5 ', 'a permis ', 'anglais, ', '<a ', '&a', ' ', "diplome d'etat de ", 'habilitation '])(
    'a megabyte of «%s» is read in linear time',
    (piece) => {
      const text = piece.repeat(Math.ceil(1e6 / piece.length));
      const start = performance.now();
      offer(text);
      expect(performance.now() - start).toBeLessThan(2000);
    },
  );
});
