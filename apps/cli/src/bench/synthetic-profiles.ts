import type { MatchDocument } from '@passerelle/matching';
import type { Referentiel } from '@passerelle/rome';
import { seeded } from './statistics';

/** Macros that a real text mentions, about. */
const MENTIONED = 24;

/**
 * Profiles whose macro-compétences come together as in real métiers: each mixes the macros of one fiche, drawn at random,
 * with a few of a near one. The same seed gives the same profiles.
 */
export function syntheticProfiles(rome: Referentiel, count: number, seed: number): MatchDocument[] {
  const random = seeded(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const macrosOf = rome.fiches.map(({ items }) => [
    ...new Set(items.map(({ concept }) => rome.concepts[concept]!.macro).filter((macro) => macro >= 0)),
  ]);
  return Array.from({ length: count }, (_, number): MatchDocument => {
    const fiche = pick(rome.fiches);
    const near = fiche.mobilities.length > 0 ? rome.fiches[pick(fiche.mobilities).fiche]! : fiche;
    const macros = new Set<number>();
    const wanted = Math.min(MENTIONED, macrosOf[fiche.index]!.length + 4);
    for (let tries = 0; macros.size < wanted && tries < 4 * wanted; tries++) {
      macros.add(pick(macrosOf[random() < 0.8 ? fiche.index : near.index]!));
    }
    return {
      kind: 'profile',
      id: `synthetic-${number}`,
      macros: [...macros].map((macro) => ({
        code: rome.macros[macro]!.code,
        confidence: 0.4 + 0.6 * random(),
        evidence: [],
      })),
      savoirs: [],
      contextes: [],
      metiers: [{ code: fiche.code, score: 0.6 }, ...(near === fiche ? [] : [{ code: near.code, score: 0.2 }])],
      constraints: { contractTypes: [], drivingLicences: [], languages: [], diplomas: [], certificates: [] },
      unscorable: null,
    };
  });
}
