import type { NormalizerPool } from '@passerelle/normalization';
import { openShippedPool, STARTED_WITHIN_MS } from '../normalization/pool';
import { Demo, OFFERS, PROFILES, type Words } from './demo';

/** How a person may write the same CV, by what is no ground for a choice (Code du travail, L1132-1). */
const OTHER_GENDER: Readonly<Record<string, string>> = {
  Bijoutier: 'Bijoutière',
  Boucher: 'Bouchère',
  Conducteur: 'Conductrice',
  Costumière: 'Costumier',
  Cuisinier: 'Cuisinière',
  Infirmière: 'Infirmier',
  diplômée: 'diplômé',
  Jardinier: 'Jardinière',
  Maçon: 'Maçonne',
  Mécanicien: 'Mécanicienne',
  Serveuse: 'Serveur',
  Soudeur: 'Soudeuse',
  Traductrice: 'Traducteur',
  VENDEUSE: 'VENDEUR',
  vacher: 'vachère',
};

const CHANGES: readonly (readonly [ground: string, change: (words: Words) => Words])[] = [
  ['a civil status at the head', withHead('Madame, célibataire, née le 12/03/1971 à Lille')],
  ['a nationality', withTail('Nationalité : portugaise')],
  [
    'an address and telephone',
    withHead('14 rue des Lilas, 93200 Saint-Denis\n06 39 98 12 34\naminata.diallo@example.org'),
  ],
  ['the gender of the title', ({ title, text }) => ({ title: otherGender(title), text })],
  ['a name', withHead('Aminata Diallo')],
  ['another name', withHead('Jean-Baptiste Lefèvre-Martin')],
  ['an age', withTail('54 ans, mariée, deux enfants')],
];

function otherGender(title: string): string {
  return title.replace(/\p{L}+/gu, (word) => OTHER_GENDER[word] ?? word);
}

function withHead(head: string): (words: Words) => Words {
  return ({ title, text }) => ({ title, text: `${head}\n\n${text}` });
}

function withTail(tail: string): (words: Words) => Words {
  return ({ title, text }) => ({ title, text: `${text}\n\n${tail}` });
}

describe('who a person is', () => {
  it('is tried on titles of both genders', () => {
    expect(PROFILES.filter(({ title }) => otherGender(title) !== title).length).toBeGreaterThan(8);
  });

  let pool: NormalizerPool;
  let demo: Demo;

  beforeAll(async () => {
    pool = await openShippedPool();
    demo = await Demo.read(pool);
  }, STARTED_WITHIN_MS);
  afterAll(() => pool.close());

  /** Profiles of which a macro or a score changes. */
  async function changed(change: (words: Words) => Words): Promise<string[]> {
    const { index } = demo;
    const ids: string[] = [];
    for (const event of PROFILES) {
      const [before, after] = [index.get('profile', event.id), await demo.profile(event, change(event))];
      const macros = (document: typeof before): string =>
        document.macros
          .map(({ code }) => code)
          .sort()
          .join();
      const prepared = index.engine.prepare(after);
      const isScoredAlike = OFFERS.every(({ id }) => {
        const offer = index.prepared({ kind: 'offer', id });
        return (
          index.engine.score(offer, prepared) ===
          index.engine.score(offer, index.prepared({ kind: 'profile', id: event.id }))
        );
      });
      if (macros(before) !== macros(after) || !isScoredAlike) ids.push(event.id);
    }
    return ids;
  }

  it.each(CHANGES)(
    'changes no macro and no score: %s',
    async (_, change) => {
      expect(await changed(change)).toEqual([]);
    },
    STARTED_WITHIN_MS,
  );
});
