import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OfferEvent, ProfileEvent } from '@passerelle/contracts';
import type { Evidence, Explanation } from '@passerelle/matching';

const IS_UPDATE = process.env.UPDATE_GOLDEN === '1';

/** Items below this are the long tail that any new fit reorders. */
const TOLD = 0.005;

/** An explanation as a person reads it: what is said, by which words, for how much; three decimals. */
export function readable(explanation: Explanation, offer: OfferEvent, profile: ProfileEvent): object {
  const words = (event: OfferEvent | ProfileEvent, evidence: readonly Evidence[]): string[] =>
    evidence.map(({ field, start, end }) => event[field].slice(start, end));
  const { score, sentence, items, savoirs, contextes, metiers, vetoes, unscorable } = explanation;
  return {
    offer: offer.title,
    profile: profile.title,
    score: score === null ? null : rounded(score),
    unscorable,
    sentence,
    vetoes,
    items: items
      .filter(
        ({ kind, contribution, offer: side }) =>
          contribution >= TOLD || (kind !== 'probable' && side.strength === 'mentionnée'),
      )
      .map((item) => ({
        kind: item.kind,
        code: item.code,
        label: item.label,
        ...(item.requirement === undefined ? {} : { requirement: item.requirement }),
        contribution: rounded(item.contribution),
        ...(item.potential === undefined ? {} : { potential: rounded(item.potential) }),
        ...(item.adjacentTo === undefined ? {} : { adjacentTo: item.adjacentTo.label }),
        offer: words(offer, item.offer.evidence),
        profile: words(profile, item.profile?.evidence ?? []),
      })),
    savoirs: savoirs.map(({ kind, code, label, contribution }) => ({
      kind,
      code,
      label,
      contribution: rounded(contribution),
    })),
    contextes: contextes.map(({ kind, offer: asked, profile: known }) => ({
      kind,
      offer: asked.label,
      profile: known.label,
    })),
    metiers: metiers
      .filter(({ contribution }) => contribution >= TOLD)
      .map((item) => ({
        offer: item.offer.label,
        profile: item.profile.label,
        proximity: rounded(item.proximity),
        contribution: rounded(item.contribution),
      })),
  };
}

/** Compares with the committed file, or writes it under `UPDATE_GOLDEN=1`; a missing file is a failure, never a new truth. */
export function expectGolden(name: string, actual: object): void {
  const file = join(__dirname, 'golden', `${name}.json`);
  if (IS_UPDATE) writeFileSync(file, `${JSON.stringify(actual, null, 2)}\n`);
  if (!existsSync(file))
    throw new Error(
      `${file} is missing: UPDATE_GOLDEN=1 npx jest test/explanations writes it, read it before it is committed`,
    );
  expect(actual).toEqual(JSON.parse(readFileSync(file, 'utf8')));
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
