import fc from 'fast-check';
import { segment } from './segment';
import type { Clause, SourceText } from './types';

const offer = (text: string, title = ''): SourceText => ({ kind: 'offer', title, text });
const profile = (text: string, title = ''): SourceText => ({ kind: 'profile', title, text });
const kept = (source: SourceText): string[] =>
  segment(source)
    .clauses.filter((clause) => clause.exclusion === null)
    .map((clause) => clause.text);
const find = (source: SourceText, text: string): Clause => {
  const found = segment(source).clauses.find((clause) => clause.text.includes(text));
  if (found === undefined) throw new Error(`no clause holds «${text}»`);
  return found;
};

describe('clauses', () => {
  it.each<[string, string[]]>([
    ['Accueil, encaissement et mise en rayon.', ['Accueil', 'encaissement', 'mise en rayon']],
    ['Excel/Word', ['Excel', 'Word']],
    ['CACES 1, 3 et 5', ['CACES 1, 3 et 5']],
    ['Aider et accompagner les résidents', ['Aider et accompagner les résidents']],
    ['Trier, ranger et classer les courriers', ['Trier, ranger et classer les courriers']],
    ['Gestion des stocks et des commandes', ['Gestion des stocks et des commandes']],
    ['Vous serez en charge de : tenir la caisse ; ranger la réserve', ['tenir la caisse', 'ranger la réserve']],
    ['Vous savez lire un plan.', ['lire un plan']],
    ['Préparer les commandes en respectant les délais', ['Préparer les commandes', 'respectant les délais']],
    ['Soudure TIG (aluminium)', ['Soudure TIG (aluminium)']],
    ['Horaires : 2x8', ['Horaires : 2x8']],
    ['Permis B exigé', ['Permis B']],
  ])('of «%s»', (text, clauses) => {
    expect(kept(offer(text))).toEqual(clauses);
  });

  it.each([
    '- Couper le tissu\n- Coudre les ourlets',
    '• Couper le tissu • Coudre les ourlets',
    '*Couper le tissu***Coudre les ourlets',
    '· Couper le tissu\n· Coudre les ourlets',
    'o Couper le tissu\no Coudre les ourlets',
    '1. Couper le tissu\n2. Coudre les ourlets',
    '1) Couper le tissu\n2) Coudre les ourlets',
    'Couper le tissuCoudre les ourlets',
    'Couper le tissu/r/n/r/nCoudre les ourlets',
    '<ul><li>Couper le tissu</li><li>Coudre les ourlets</li></ul>',
    '¿ Couper le tissu¿ Coudre les ourlets',
    '«Couper le tissu.»\n"Coudre les ourlets"',
    'Couper le tissu.Coudre les ourlets.',
  ])('of the list %j', (text) => {
    expect(kept(offer(text))).toEqual(['Couper le tissu', 'Coudre les ourlets']);
  });

  it('keeps names with capitals inside whole', () => {
    expect(kept(offer('JavaScript, PowerPoint et PostgreSQL'))).toEqual(['JavaScript', 'PowerPoint', 'PostgreSQL']);
  });

  it('leaves gender marks, contract and reference out of the title', () => {
    expect(kept(offer('', 'Tourneur-fraiseur H/F - CDI - REF12345'))).toEqual(['Tourneur-fraiseur']);
  });

  it('goes on over a line that was wrapped by hand', () => {
    expect(kept(offer('Entretenir le jardin de\nla résidence'))).toEqual(['Entretenir le jardin de\nla résidence']);
  });

  it('keeps offsets into the original under markup', () => {
    const text = '<p>Go&ucirc;t du <b>travail</b> bien fait</p>';
    const [clause] = segment(offer(text)).clauses;
    expect(clause?.text).toBe('Go&ucirc;t du <b>travail</b> bien fait');
    expect(text.slice(clause?.start, clause?.end)).toBe(clause?.text);
  });
});

describe('what gives no skill', () => {
  it.each<[string, string, Clause['exclusion']]>([
    ['Pas de soudure à ce poste.', 'soudure', 'negation'],
    ['Ni soudure, ni peinture.', 'soudure', 'negation'],
    ['Pas de tracteur ni de traitement sur ce poste.', 'traitement', 'negation'],
    ['Poste ouvert sans expérience exigée.', 'expérience', 'negation'],
    ['Aucune connaissance en comptabilité.', 'comptabilité', 'negation'],
    ['Débutant accepté', 'Débutant', 'negation'],
    ['Envoyez votre CV et une lettre à notre agence', 'CV', 'section'],
    ['Mutuelle prise en charge à 60 %', 'Mutuelle', 'section'],
    ['Salaire : 2 100 € brut', '2 100', 'boilerplate'],
    ['Tous nos postes sont ouverts aux personnes en situation de handicap.', 'handicap', 'section'],
  ])('in an offer: «%s»', (text, part, exclusion) => {
    expect(find(offer(text), part).exclusion).toBe(exclusion);
  });

  it.each<[string, string, Clause['exclusion']]>([
    ['Je ne veux plus faire de nuits', 'nuits', 'wish'],
    ['Je ne sais pas conduire un chariot', 'chariot', 'negation'],
    ["Objectif : préparer le diplôme d'État d'ambulancier", 'diplôme', 'wish'],
    ['Habilitation électrique : non', 'Habilitation', 'negation'],
    ['CAP cuisine, non obtenu', 'CAP cuisine', 'negation'],
    ['Ce que je ne fais pas : la vente, le porte-à-porte', 'vente', 'wish'],
    ['Loisirs\nMaquettes de trains', 'Maquettes', 'section'],
  ])('in a profile: «%s»', (text, part, exclusion) => {
    expect(find(profile(text), part).exclusion).toBe(exclusion);
  });

  it.each(['Elle ne compte pas ses heures', 'Pas de souci pour porter des cartons', 'Suivi des non-conformités'])(
    'but not «%s»',
    (text) => {
      expect(segment(profile(text)).clauses.every((clause) => clause.exclusion === null)).toBe(true);
    },
  );

  it('leaves out the section of the employer until the next heading', () => {
    const text = "L'entreprise\nFabrique de parapluies\n\nVos missions\nCoudre les toiles";
    expect(kept(offer(text))).toEqual(['Coudre les toiles']);
  });

  it('keeps the post in a sentence about who recruits', () => {
    expect(kept(offer("L'agence recherche pour l'un de ses clients un tapissier décorateur"))).toEqual([
      'tapissier décorateur',
    ]);
  });

  it('keeps working conditions', () => {
    const clause = find(offer('Horaires : travail le samedi et déplacements réguliers'), 'samedi');
    expect([clause.section, clause.exclusion]).toEqual(['conditions', null]);
  });
});

describe('requirements', () => {
  const asked = (text: string, part: string): Clause['requirement'] => find(offer(text), part).requirement;

  it('belong to their clause', () => {
    const text = "Permis B obligatoire, la connaissance d'Excel serait un plus";
    expect([asked(text, 'Permis'), asked(text, 'Excel')]).toEqual(['exigé', 'souhaité']);
  });

  it('in the plural belong to the whole sentence', () => {
    expect(asked('Anglais, espagnol souhaités', 'Anglais')).toBe('souhaité');
  });

  it('in a heading belong to what stands under it', () => {
    const text = 'Exigences impératives\n- Lire un plan\nMissions\n- Poser du carrelage';
    expect([asked(text, 'plan'), asked(text, 'carrelage')]).toEqual(['exigé', null]);
  });

  it('are not read in profiles', () => {
    expect(find(profile('Permis B obligatoire'), 'Permis').requirement).toBeNull();
  });
});

describe('any text', () => {
  const FRENCH = fc.constantFrom(
    ...[
      'Vous ',
      'êtes ',
      'et ',
      'de ',
      "l'",
      'accueil',
      'CACES 3',
      ', ',
      ' ; ',
      '. ',
      '\n',
      '- ',
      ' : ',
      '(',
      ')',
      '/',
      '•',
    ],
    ...[
      'Profil',
      'pas de ',
      'non',
      '&eacute;',
      '<li>',
      '</p>',
      '<',
      '&',
      '😀',
      '\ud800',
      '\u0301',
      '\u0000',
      '/r/n',
      '***',
      '"',
    ],
  );
  const TEXT = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(FRENCH, { maxLength: 60 }).map((parts) => parts.join('')),
  );
  const SOURCE = fc.record({ kind: fc.constantFrom('offer' as const, 'profile' as const), title: TEXT, text: TEXT });

  it('gives clauses that are slices, in order and disjoint, inside their sentence, the same each time', () => {
    fc.assert(
      fc.property(SOURCE, (source) => {
        const { clauses, sections } = segment(source);
        const end = { title: 0, text: 0 };
        clauses.forEach((clause, index) => {
          expect(clause.text).toBe(source[clause.field].slice(clause.start, clause.end));
          expect(clause.start).toBeGreaterThanOrEqual(end[clause.field]);
          expect(clause.end).toBeGreaterThan(clause.start);
          expect(clause.sentenceStart).toBeLessThanOrEqual(clause.start);
          expect(clause.sentenceEnd).toBeGreaterThanOrEqual(clause.end);
          expect(clause.sentence).toBeGreaterThanOrEqual(clauses[index - 1]?.sentence ?? 0);
          end[clause.field] = clause.end;
        });
        for (const section of sections) expect(section.end).toBeGreaterThan(section.start);
        expect(segment(source)).toEqual({ clauses, sections });
      }),
      { numRuns: 500 },
    );
  });

  it('gives nothing for nothing', () => {
    expect(segment(offer(''))).toEqual({ sections: [], clauses: [] });
  });

  // Doubling the length of a text of one repeated sign would cost four times as much were any pattern quadratic; a whole
  // megabyte would then take minutes.
  it.each([
    '- - ',
    '(',
    ',',
    'a',
    ' ',
    '<',
    '<a',
    '&',
    'Az.',
    'vous ',
    "d'",
    '/r/n',
    'pas ',
    'a : ',
    '1. ',
    '\n',
    '<script>',
  ])('takes linear time on a megabyte of %j', (sign) => {
    const text = sign.repeat(Math.ceil(1_000_000 / sign.length));
    const before = process.cpuUsage();
    segment(offer(text));
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(10);
  });
});
