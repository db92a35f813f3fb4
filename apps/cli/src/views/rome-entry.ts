import type { Appellation, Concept, FicheMetier, MacroCompetence, Referentiel } from '@passerelle/rome';
import { UsageError } from '../usage-error';

interface Named {
  readonly code: string;
  readonly label: string;
}

/** An entry of the référentiel as it is shown: facts by name, then lists. */
export interface RomeEntry extends Named {
  readonly type: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly path: readonly Named[];
  readonly lists: Readonly<Record<string, readonly Named[]>>;
}

const TYPES: Readonly<Record<Concept['kind'], string>> = {
  macroCompetence: 'macro-compétence',
  savoirFaire: 'savoir-faire',
  savoirEtre: 'savoir-être professionnel',
  savoir: 'savoir',
  contexte: 'contexte de travail',
};

const named = ({ code, label }: Named): Named => ({ code, label });

/**
 * What stands under a code: a fiche (`M1805`), a concept or an appellation by OGR code, a macro-compétence by tree code.
 * @throws UsageError for any other code
 */
export function romeEntry(rome: Referentiel, code: string): RomeEntry {
  if (rome.hasFiche(code)) return ficheEntry(rome, rome.fiche(code));
  if (rome.hasConcept(code)) return conceptEntry(rome, rome.concept(code));
  const appellation = rome.appellations.find((known) => known.code === code);
  if (appellation !== undefined) return appellationEntry(rome, appellation);
  const macro = rome.macros.find(({ treeCode }) => treeCode === code);
  if (macro !== undefined) return conceptEntry(rome, rome.concept(macro.code));
  throw new UsageError(
    `no fiche, concept, appellation or macro-compétence of ROME ${rome.version} has the code ${code}`,
  );
}

function appellationEntry(rome: Referentiel, appellation: Appellation): RomeEntry {
  return {
    ...named(appellation),
    type: appellation.peuUsite ? 'appellation, peu usitée' : 'appellation',
    facts: { formes: appellation.forms.join(' / '), 'libellé court': appellation.shortLabel },
    path: [],
    lists: { fiche: [named(rome.fiches[appellation.fiche]!)] },
  };
}

function conceptEntry(rome: Referentiel, concept: Concept): RomeEntry {
  const { code, kind, category, subCategory } = concept;
  const macro = rome.parentMacro(code);
  return {
    ...named(concept),
    type: TYPES[kind],
    facts: {
      ...(category === '' ? {} : { catégorie: category }),
      ...(subCategory === '' ? {} : { 'sous-catégorie': subCategory }),
      ...(macro === null
        ? {}
        : { ...placeInTree(macro), ...(macro.code === code ? {} : { macro: `${macro.code} ${macro.label}` }) }),
    },
    path: rome.path(code).map(named),
    lists: { 'savoir-faire': rome.children(code).map(named), fiches: rome.fichesOf(code).map(named) },
  };
}

function placeInTree({ treeCode, riasec }: MacroCompetence): Record<string, string> {
  return { 'code dans l’arbre': treeCode, ...(riasec.length > 0 ? { RIASEC: riasec.join('') } : {}) };
}

function ficheEntry(rome: Referentiel, fiche: FicheMetier): RomeEntry {
  const { code, riasec, transitions, emploiReglemente, emploiCadre } = fiche;
  const items = fiche.items.map(({ concept }) => rome.concepts[concept]!);
  const flags = [
    ...(emploiReglemente ? ['emploi réglementé'] : []),
    ...(emploiCadre ? ['emploi cadre'] : []),
    ...(transitions.numerique ? ['transition numérique'] : []),
    ...(transitions.demographique ? ['transition démographique'] : []),
  ];
  const lists = Object.entries(TYPES).map(
    ([kind, label]) => [label, items.filter((item) => item.kind === kind).map(named)] as const,
  );
  return {
    ...named(fiche),
    type: 'fiche métier',
    facts: {
      ...(riasec.length > 0 ? { RIASEC: riasec.join('') } : {}),
      ...(transitions.ecologique === '' ? {} : { 'transition écologique': transitions.ecologique }),
      ...(flags.length > 0 ? { signes: flags.join(', ') } : {}),
    },
    path: [fiche.grandDomaine, fiche.domaineProfessionnel].map(named),
    lists: {
      ...Object.fromEntries(lists),
      appellations: rome.appellationsOf(code).map(named),
      mobilités: fiche.mobilities.map(({ fiche: other }) => named(rome.fiches[other]!)),
    },
  };
}
