import type { Explanation, MatchDocument } from '@passerelle/matching';
import type { NormalizerPool } from '@passerelle/normalization';
import { openShippedPool, STARTED_WITHIN_MS } from '../normalization/pool';
import { byNumber, Demo, OFFERS, PROFILES } from './demo';
import { expectGolden, readable } from './golden';

describe('explanations of the demo', () => {
  let pool: NormalizerPool;
  let demo: Demo;

  beforeAll(async () => {
    pool = await openShippedPool();
    demo = await Demo.read(pool);
  }, STARTED_WITHIN_MS);
  afterAll(() => pool.close());

  it.each([
    ['cook', '028', '029'],
    ['fire-safety officer', '046', '047'],
    ['nurse', '041', '042'],
    ['forklift driver', '059', '059'],
    ['vine worker in spoken French', '001', '001'],
    ['sales assistant towards banking', '010', '010'],
    ['dental technician towards leatherwork', '009', '006'],
    ['ambulance assistant without the diploma', '044', '045'],
    ['lorry driver towards planning', '060', '062'],
    ['vine worker for a fire-safety post', '001', '047'],
    ['nurse for a lorry', '041', '060'],
    ['profile that says nothing', '063', '049'],
  ])('%s: profile %s, offer %s', (_, profileNumber, offerNumber) => {
    const [offer, profile] = [byNumber(OFFERS, offerNumber), byNumber(PROFILES, profileNumber)];
    const explanation = demo.index.explain(offer.id, profile.id);
    expectGolden(`profile-${profileNumber}-offer-${offerNumber}`, readable(explanation, offer, profile));
  });

  const every = function* (): Generator<Explanation> {
    for (const { id } of OFFERS) for (const profile of PROFILES) yield demo.index.explain(id, profile.id);
  };

  it(
    'have contributions that sum to the score, for all pairs',
    () => {
      for (const { score, items, savoirs, contextes, metiers, offerId, profileId } of every()) {
        if (score === null) continue;
        const sum = [...items, ...savoirs, ...contextes, ...metiers].reduce(
          (all, { contribution }) => all + contribution,
          0,
        );
        if (Math.abs(sum - score) >= 1e-9) throw new Error(`${offerId}, ${profileId}: ${sum} is not ${score}`);
      }
    },
    STARTED_WITHIN_MS,
  );

  it('give the same score whichever side asks', () => {
    for (const offer of OFFERS) {
      const list = demo.index.topK({ kind: 'offer', id: offer.id }, { limit: PROFILES.length });
      for (const { id, score } of list) {
        const back = demo.index.topK({ kind: 'profile', id }, { limit: OFFERS.length });
        expect(back.find((match) => match.id === offer.id)?.score).toBe(score);
      }
    }
  });

  it(
    'quote words that stand in the texts',
    () => {
      for (const { items, offerId, profileId } of every()) {
        const [offer, profile] = [byNumber(OFFERS, offerId), byNumber(PROFILES, profileId)];
        for (const item of items) {
          for (const { field, start, end } of item.offer.evidence)
            expect(offer[field].slice(start, end)).toHaveLength(end - start);
          for (const { field, start, end } of item.profile?.evidence ?? []) {
            expect(profile[field].slice(start, end)).toHaveLength(end - start);
          }
        }
      }
    },
    STARTED_WITHIN_MS,
  );

  // Vectors have length 1: in a text that says little else, one skill can stand before all others, and then taking it
  // away is no loss. That must stay a rare case.
  it('lose score when a shared skill is taken from the profile', () => {
    const { engine } = demo.index;
    const rises: string[] = [];
    let taken = 0;
    for (const { id: offerId } of OFFERS) {
      const offer = demo.index.prepared({ kind: 'offer', id: offerId });
      for (const { id, score } of demo.index.topK({ kind: 'offer', id: offerId }, { limit: 3 })) {
        const profile = demo.index.get('profile', id);
        for (const { code, label, kind } of demo.index.explain(offerId, id).items) {
          if (kind !== 'shared') continue;
          taken++;
          const less: MatchDocument = { ...profile, macros: profile.macros.filter((macro) => macro.code !== code) };
          if (engine.score(offer, engine.prepare(less))! >= score) rises.push(`${offerId}, ${id}: ${label}`);
        }
      }
    }
    expect(taken).toBeGreaterThan(200);
    expect(rises.length / taken).toBeLessThan(0.02);
  });
});
