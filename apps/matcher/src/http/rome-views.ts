import type { Coeur, Concept, ConceptKind, Flag, Referentiel, Transitions } from '@passerelle/rome';

interface Named {
  readonly code: string;
  readonly label: string;
}

export interface ConceptSummary extends Named {
  readonly kind: ConceptKind;
  /** Null for savoir and contexte. */
  readonly macroCompetence: Named | null;
}

export interface ConceptView extends ConceptSummary {
  readonly category: string;
  readonly subCategory: string;
  readonly path: readonly Named[];
  readonly fiches: readonly Named[];
  readonly children: readonly Named[];
}

export interface FicheView extends Named {
  readonly grandDomaine: Named;
  readonly domaineProfessionnel: Named;
  readonly items: readonly (Named & { readonly kind: ConceptKind; readonly coeur: Coeur })[];
  readonly appellations: readonly Named[];
  readonly mobilities: readonly (Named & { readonly order: number })[];
  readonly riasec: readonly string[];
  readonly transitions: Transitions;
  readonly emploiReglemente: Flag;
  readonly emploiCadre: Flag;
}

const named = ({ code, label }: Named): Named => ({ code, label });

export function conceptSummary(referentiel: Referentiel, { code, kind, label }: Concept): ConceptSummary {
  const macro = referentiel.parentMacro(code);
  return { code, kind, label, macroCompetence: macro && named(macro) };
}

/** @throws UnknownCodeError */
export function conceptView(referentiel: Referentiel, code: string): ConceptView {
  const concept = referentiel.concept(code);
  return {
    ...conceptSummary(referentiel, concept),
    category: concept.category,
    subCategory: concept.subCategory,
    path: referentiel.path(code).map(named),
    fiches: referentiel.fichesOf(code).map(named),
    children: referentiel.children(code).map(named),
  };
}

/** @throws UnknownCodeError */
export function ficheView(referentiel: Referentiel, ficheCode: string): FicheView {
  const fiche = referentiel.fiche(ficheCode);
  const { code, label, riasec, transitions, emploiReglemente, emploiCadre } = fiche;
  return {
    ...{ code, label, riasec, transitions, emploiReglemente, emploiCadre },
    grandDomaine: named(fiche.grandDomaine),
    domaineProfessionnel: named(fiche.domaineProfessionnel),
    items: fiche.items.map(({ concept, coeur }) => {
      const item = referentiel.concepts[concept]!;
      return { ...named(item), kind: item.kind, coeur };
    }),
    appellations: referentiel.appellationsOf(ficheCode).map(named),
    mobilities: fiche.mobilities.map(({ fiche: other, order }) => ({ ...named(referentiel.fiches[other]!), order })),
  };
}
