import { CONTEXTE_CLASHES } from './contexte-clashes';
import type { FoundConcept } from './document';
import type { MatchEngine } from './engine';
import { explainMacros, withPotentials } from './explain-macros';
import type { ContexteItem, Explanation, LabelledCode, MetierItem, SavoirItem } from './explanation';
import type { PreparedDocument } from './prepared-document';
import { sentenceOf, unscorableSentence } from './sentence';
import { valueAt } from './sparse-vector';
import { vetoesOf } from './vetoes';

/** Takes the score of a pair apart. Both documents must have been prepared by this engine. */
export function explainPair(engine: MatchEngine, offer: PreparedDocument, profile: PreparedDocument): Explanation {
  const base = {
    offerId: offer.document.id,
    profileId: profile.document.id,
    weightsVersion: engine.weights.version,
    vetoes: vetoesOf(offer.document.constraints, profile.document.constraints),
  };
  const score = engine.score(offer, profile);
  if (score === null) {
    const unscorable = { offer: offer.document.unscorable, profile: profile.document.unscorable };
    const sentence = unscorableSentence(unscorable);
    return { ...base, score, unscorable, items: [], savoirs: [], contextes: [], metiers: [], sentence };
  }
  const items = withPotentials(engine, offer, profile, explainMacros(engine, offer, profile), score);
  const metiers = explainMetiers(engine, offer, profile);
  return {
    ...base,
    score,
    unscorable: null,
    items,
    savoirs: explainSavoirs(engine, offer, profile),
    contextes: explainContextes(engine, offer, profile),
    metiers,
    sentence: sentenceOf(items, metiers),
  };
}

/** The skills and vetoes of a pair alone, many times cheaper: for lists. No items where one of the two is unscorable. */
export function outlinePair(
  engine: MatchEngine,
  offer: PreparedDocument,
  profile: PreparedDocument,
): Pick<Explanation, 'items' | 'vetoes'> {
  return {
    items: engine.score(offer, profile) === null ? [] : explainMacros(engine, offer, profile),
    vetoes: vetoesOf(offer.document.constraints, profile.document.constraints),
  };
}

function explainSavoirs(engine: MatchEngine, offer: PreparedDocument, profile: PreparedDocument): SavoirItem[] {
  const { referentiel, weights } = engine.spaces;
  return [...offer.foundSavoirs]
    .map(([index, asked]): SavoirItem => {
      const known = profile.foundSavoirs.get(index);
      return {
        ...labelled(referentiel.concepts[index]!),
        kind: known === undefined ? 'missing' : 'shared',
        ...(asked.requirement === undefined ? {} : { requirement: asked.requirement }),
        contribution: weights.blocks.savoir * valueAt(offer.savoirs, index) * valueAt(profile.savoirs, index),
        offerEvidence: asked.evidence,
        profileEvidence: known?.evidence ?? [],
      };
    })
    .sort((a, b) => b.contribution - a.contribution || byCode(a, b));
}

function explainContextes(engine: MatchEngine, offer: PreparedDocument, profile: PreparedDocument): ContexteItem[] {
  const { referentiel, weights } = engine.spaces;
  const side = (index: number, { evidence }: FoundConcept): ContexteItem['offer'] => ({
    ...labelled(referentiel.concepts[index]!),
    evidence,
  });
  const agreeing = [...offer.foundContextes].flatMap(([index, asked]): ContexteItem[] => {
    const known = profile.foundContextes.get(index);
    if (known === undefined) return [];
    const contribution = weights.blocks.contexte * valueAt(offer.contextes, index) * valueAt(profile.contextes, index);
    return [{ kind: 'agree', offer: side(index, asked), profile: side(index, known), contribution }];
  });
  agreeing.sort((a, b) => b.contribution - a.contribution || byCode(a.offer, b.offer));

  const only = (one: PreparedDocument, code: string, unless: string): [number, FoundConcept] | undefined =>
    [...one.foundContextes.values()].some((concept) => concept.code === unless)
      ? undefined
      : [...one.foundContextes].find(([, concept]) => concept.code === code);
  const clashing = CONTEXTE_CLASHES.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]).flatMap(
    ([offered, wanted]): ContexteItem[] => {
      const here = only(offer, offered, wanted);
      const there = only(profile, wanted, offered);
      if (here === undefined || there === undefined) return [];
      return [{ kind: 'clash', offer: side(...here), profile: side(...there), contribution: 0 }];
    },
  );
  return [...agreeing, ...clashing];
}

function explainMetiers(engine: MatchEngine, offer: PreparedDocument, profile: PreparedDocument): MetierItem[] {
  const { referentiel, metierSpace, weights } = engine.spaces;
  const items: MetierItem[] = [];
  offer.fiches.dims.forEach((here, i) => {
    const row = metierSpace.row(here);
    profile.fiches.dims.forEach((there, j) => {
      const proximity = row[there]!;
      if (proximity === 0) return;
      items.push({
        offer: labelled(referentiel.fiches[here]!),
        profile: labelled(referentiel.fiches[there]!),
        proximity,
        contribution: weights.blocks.metier * offer.fiches.values[i]! * proximity * profile.fiches.values[j]!,
      });
    });
  });
  return items.sort(
    (a, b) => b.contribution - a.contribution || byCode(a.offer, b.offer) || byCode(a.profile, b.profile),
  );
}

function labelled({ code, label }: LabelledCode): LabelledCode {
  return { code, label };
}

function byCode(a: LabelledCode, b: LabelledCode): number {
  if (a.code === b.code) return 0;
  return a.code < b.code ? -1 : 1;
}
