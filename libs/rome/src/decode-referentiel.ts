import { type CompiledFlags, type CompiledLevel, type CompiledRome, decodeLinks, splitColumn } from './compiled-format';
import type {
  Appellation,
  Coeur,
  Concept,
  ConceptKind,
  ConceptTransitions,
  FicheItem,
  FicheMetier,
  FicheRegroupement,
  Flag,
  MacroCompetence,
  Regroupement,
  RegroupementKind,
  Transitions,
  TreeNode,
} from './concepts';

/** The lists of a référentiel, before anything looks into them. */
export interface ReferentielData {
  readonly version: string;
  readonly publishedOn: string;
  readonly digest: string;
  readonly concepts: readonly Concept[];
  readonly macros: readonly MacroCompetence[];
  readonly fiches: readonly FicheMetier[];
  readonly appellations: readonly Appellation[];
  readonly regroupements: readonly Regroupement[];
}

/** Unpacks what `compileReferentiel` packed; the hash has been checked, so the columns are taken as they are. */
export function decodeReferentiel(rome: CompiledRome, digest: string): ReferentielData {
  const regroupements = decodeRegroupements(rome);
  return {
    version: rome.version,
    publishedOn: rome.publishedOn,
    digest,
    concepts: decodeConcepts(rome),
    macros: decodeMacros(rome),
    fiches: decodeFiches(rome, regroupements),
    appellations: decodeAppellations(rome),
    regroupements: regroupements.map(({ regroupement }) => regroupement),
  };
}

function decodeConcepts(rome: CompiledRome): Concept[] {
  const { concepts, macros } = rome;
  const [macroCount, savoirFaireCount, savoirCount] = concepts.sizes;
  const macroOf = [...macros.children.keys(), ...repeat(macros.children)];
  const codes = splitColumn(concepts.codes, ' ');
  const labels = splitColumn(concepts.labels, '\n');
  const categories = splitColumn(concepts.categories, '\n').map((pair) => pair.split('\t') as [string, string]);
  const transitions = new Map<string, ConceptTransitions>();
  return codes.map((code, index): Concept => {
    const kind: ConceptKind =
      index < macroCount
        ? macroKind(macros.kinds[index]!)
        : index < macroCount + savoirFaireCount
          ? 'savoirFaire'
          : index < macroCount + savoirFaireCount + savoirCount
            ? 'savoir'
            : 'contexte';
    const [category, subCategory] = categories[concepts.category[index]!]!;
    const letters = concepts.ecologique[index]! + concepts.numerique[index]!;
    let shared = transitions.get(letters);
    if (shared === undefined) {
      shared = { ecologique: flag(letters[0]!), numerique: flag(letters[1]!) };
      transitions.set(letters, shared);
    }
    return {
      index,
      code,
      kind,
      label: labels[index]!,
      macro: macroOf[index] ?? -1,
      category,
      subCategory,
      transitions: shared,
    };
  });
}

function decodeMacros(rome: CompiledRome): MacroCompetence[] {
  const { concepts, macros } = rome;
  const codes = concepts.codes.split(' ', concepts.sizes[0]);
  const labels = concepts.labels.split('\n', concepts.sizes[0]);
  const treeCodes = splitColumn(macros.treeCodes, ' ');
  const riasec = macros.riasec.split('\n');
  const domaines = decodeLevel(rome.domaines);
  const enjeux = decodeLevel(rome.enjeux);
  const objectifs = decodeLevel(rome.objectifs);
  let child = concepts.sizes[0];
  return codes.map((code, index): MacroCompetence => {
    const objectif = macros.objectif[index]!;
    const enjeu = rome.objectifs.parents[objectif]!;
    return {
      index,
      concept: index,
      code,
      treeCode: treeCodes[index]!,
      label: labels[index]!,
      kind: macroKind(macros.kinds[index]!),
      domaine: domaines[rome.enjeux.parents[enjeu]!]!,
      enjeu: enjeux[enjeu]!,
      objectif: objectifs[objectif]!,
      children: Array.from({ length: macros.children[index]! }, () => child++),
      riasec: riasec[index]!.split(''),
    };
  });
}

interface DecodedRegroupement {
  readonly regroupement: Regroupement;
  /** One letter a fiche of the group: `O` where it is the main one. */
  readonly principal: string;
}

function decodeRegroupements(rome: CompiledRome): DecodedRegroupement[] {
  const secteurs = rome.regroupements.find(({ kind }) => kind === 'secteurActivite')?.codes.split(' ') ?? [];
  return rome.regroupements.flatMap((level) => {
    const fiches = decodeLinks(level.fiches);
    let at = 0;
    return decodeLevel(level).map(({ code, label }, position): DecodedRegroupement => {
      const members = fiches[position]!;
      const parent = level.parents[position];
      const parentCode = parent === undefined ? null : secteurs[parent]!;
      return {
        regroupement: { kind: level.kind as RegroupementKind, code, label, parentCode, fiches: members },
        principal: level.principal.slice(at, (at += members.length)),
      };
    });
  });
}

function decodeFiches(rome: CompiledRome, regroupements: readonly DecodedRegroupement[]): FicheMetier[] {
  const { fiches } = rome;
  const codes = splitColumn(fiches.codes, ' ');
  const labels = splitColumn(fiches.labels, '\n');
  const grandDomaines = decodeLevel(rome.grandDomaines);
  const domaines = decodeLevel(rome.domainesProfessionnels);
  const riasec = fiches.riasec.split('\n');
  const transitions = decodeTransitions(rome, fiches.flags);
  const groupsOf = codes.map((): FicheRegroupement[] => []);
  for (const { regroupement, principal } of regroupements) {
    for (const [at, fiche] of regroupement.fiches.entries()) {
      groupsOf[fiche]!.push({ regroupement, principal: principal[at] === 'O' });
    }
  }
  const items = decodeLinks(fiches.items);
  let item = 0;
  let mobility = 0;
  return codes.map((code, index): FicheMetier => {
    const domaine = fiches.domaine[index]!;
    return {
      index,
      code,
      label: labels[index]!,
      parentCode: codes[fiches.parents[index]!]!,
      grandDomaine: grandDomaines[rome.domainesProfessionnels.parents[domaine]!]!,
      domaineProfessionnel: domaines[domaine]!,
      items: items[index]!.map((concept): FicheItem => ({ concept, coeur: COEURS[fiches.coeurs[item++]!] ?? null })),
      mobilities: Array.from({ length: fiches.mobilities.counts[index]! }, () => {
        const at = mobility++;
        return { fiche: fiches.mobilities.targets[at]!, order: fiches.mobilities.orders[at]! };
      }),
      riasec: riasec[index]!.split(''),
      transitions: transitions[index]!,
      emploiReglemente: flag(fiches.flags.reglemente[index]!),
      emploiCadre: flag(fiches.flags.cadre[index]!),
      regroupements: groupsOf[index]!,
    };
  });
}

const COEURS: Readonly<Record<string, Coeur>> = { P: 'principale', E: 'émergente' };

function decodeAppellations(rome: CompiledRome): Appellation[] {
  const { appellations } = rome;
  const ficheCodes = splitColumn(rome.fiches.codes, ' ');
  const codes = splitColumn(appellations.codes, ' ');
  const labels = splitColumn(appellations.labels, '\n');
  const shortLabels = appellations.shortLabels.split('\n');
  const forms = appellations.forms.split('\n');
  const fiches = repeat(appellations.counts);
  const transitions = decodeTransitions(rome, appellations.flags);
  return codes.map((code, at): Appellation => {
    const label = labels[at]!;
    const mark = appellations.marks[at]!;
    return {
      code,
      label,
      shortLabel: shortLabels[at]! || label,
      forms: (forms[at]! || label).split('\t'),
      principale: mark === 'P' || mark === 'B',
      peuUsite: mark === 'U' || mark === 'B',
      fiche: fiches[at]!,
      parentCode: ficheCodes[appellations.parents[at]!]!,
      transitions: transitions[at]!,
      emploiReglemente: flag(appellations.flags.reglemente[at]!),
      emploiCadre: flag(appellations.flags.cadre[at]!),
    };
  });
}

function decodeTransitions(rome: CompiledRome, flags: CompiledFlags): Transitions[] {
  const wordings = rome.ecologique.split('\n');
  return flags.ecologique.map((wording, at) => ({
    ecologique: wordings[wording]!,
    numerique: flag(flags.numerique[at]!),
    demographique: flag(flags.demographique[at]!),
  }));
}

function decodeLevel(level: CompiledLevel): TreeNode[] {
  const labels = splitColumn(level.labels, '\n');
  return splitColumn(level.codes, ' ').map((code, position) => ({ code, label: labels[position]! }));
}

/** `[2, 0, 1]` gives `[0, 0, 2]`. */
function repeat(counts: readonly number[]): number[] {
  return counts.flatMap((count, position) => new Array<number>(count).fill(position));
}

function macroKind(letter: string): MacroCompetence['kind'] {
  return letter === 'E' ? 'savoirEtre' : 'macroCompetence';
}

function flag(letter: string): Flag {
  return letter === '-' ? null : letter === 'O';
}
