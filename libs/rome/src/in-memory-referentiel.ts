import type {
  Appellation,
  Concept,
  ConceptKind,
  FicheMetier,
  MacroCompetence,
  Regroupement,
  RegroupementKind,
  TreeNode,
} from './concepts';
import type { ReferentielData } from './decode-referentiel';
import { UnknownCodeError } from './errors';
import { LabelSearch } from './label-search';
import type { Referentiel } from './referentiel';

const DEFAULT_SEARCH_LIMIT = 20;

/** All of one version in memory; what only some callers need is indexed when first asked for. */
export class InMemoryReferentiel implements Referentiel {
  readonly version: string;
  readonly publishedOn: string;
  readonly digest: string;
  readonly concepts: readonly Concept[];
  readonly macros: readonly MacroCompetence[];
  readonly fiches: readonly FicheMetier[];
  readonly appellations: readonly Appellation[];
  readonly regroupements: readonly Regroupement[];

  private readonly conceptByCode: ReadonlyMap<string, Concept>;
  private readonly ficheByCode: ReadonlyMap<string, FicheMetier>;
  private readonly macroByTreeCode: ReadonlyMap<string, MacroCompetence>;
  private appellationByCode: ReadonlyMap<string, Appellation> | undefined;
  private appellationsByFiche: readonly (readonly Appellation[])[] | undefined;
  private fichesByConcept: readonly (readonly number[])[] | undefined;
  private labels: LabelSearch | undefined;

  constructor(data: ReferentielData) {
    this.version = data.version;
    this.publishedOn = data.publishedOn;
    this.digest = data.digest;
    this.concepts = data.concepts;
    this.macros = data.macros;
    this.fiches = data.fiches;
    this.appellations = data.appellations;
    this.regroupements = data.regroupements;
    this.conceptByCode = new Map(data.concepts.map((concept) => [concept.code, concept]));
    this.ficheByCode = new Map(data.fiches.map((fiche) => [fiche.code, fiche]));
    this.macroByTreeCode = new Map(data.macros.map((macro) => [macro.treeCode, macro]));
  }

  hasConcept(code: string): boolean {
    return this.conceptByCode.has(code);
  }

  concept(code: string): Concept {
    return this.conceptByCode.get(code) ?? this.unknown(code, 'the OGR code of a concept');
  }

  hasFiche(code: string): boolean {
    return this.ficheByCode.has(code);
  }

  fiche(code: string): FicheMetier {
    return this.ficheByCode.get(code) ?? this.unknown(code, 'the ROME code of a fiche métier');
  }

  appellation(code: string): Appellation {
    this.appellationByCode ??= new Map(this.appellations.map((appellation) => [appellation.code, appellation]));
    return this.appellationByCode.get(code) ?? this.unknown(code, 'the OGR code of an appellation');
  }

  macro(code: string): MacroCompetence {
    const concept = this.conceptByCode.get(code);
    const macro = this.macroByTreeCode.get(code) ?? this.macros[concept?.macro ?? -1];
    return macro !== undefined && (concept === undefined || macro.code === code)
      ? macro
      : this.unknown(code, 'the OGR code or tree code of a macro-compétence');
  }

  parentMacro(code: string): MacroCompetence | null {
    return this.macros[this.concept(code).macro] ?? null;
  }

  children(code: string): readonly Concept[] {
    const concept = this.concept(code);
    if (!isMacro(concept)) return [];
    return this.macros[concept.macro]!.children.map((child) => this.concepts[child]!);
  }

  fichesOf(conceptCode: string): readonly FicheMetier[] {
    const concept = this.concept(conceptCode);
    this.fichesByConcept ??= this.indexItems();
    const lists = this.fichesByConcept;
    let indices = lists[concept.index]!;
    if (isMacro(concept)) {
      const below = this.macros[concept.macro]!.children.flatMap((child) => lists[child]!);
      indices = [...new Set([...indices, ...below])].sort((a, b) => a - b);
    }
    return indices.map((index) => this.fiches[index]!);
  }

  conceptsOf(ficheCode: string): readonly Concept[] {
    return this.fiche(ficheCode).items.map((item) => this.concepts[item.concept]!);
  }

  appellationsOf(ficheCode: string): readonly Appellation[] {
    const fiche = this.fiche(ficheCode);
    this.appellationsByFiche ??= this.groupAppellations();
    return this.appellationsByFiche[fiche.index]!;
  }

  regroupement(kind: RegroupementKind, code: string): Regroupement {
    const found = this.regroupements.find((group) => group.kind === kind && group.code === code);
    return found ?? this.unknown(code, `the code of a ${kind}`);
  }

  path(code: string): readonly TreeNode[] {
    const concept = this.concept(code);
    const macro = this.macros[concept.macro];
    if (macro === undefined) return [];
    const { domaine, enjeu, objectif, treeCode, label } = macro;
    const path = [domaine, enjeu, objectif, { code: treeCode, label }];
    return isMacro(concept) ? path : [...path, { code: concept.code, label: concept.label }];
  }

  search(prefix: string, options: { kinds?: readonly ConceptKind[]; limit?: number } = {}): readonly Concept[] {
    this.labels ??= new LabelSearch(this.concepts.map((concept) => concept.label));
    const { kinds, limit = DEFAULT_SEARCH_LIMIT } = options;
    const accepts = (index: number): boolean => kinds === undefined || kinds.includes(this.concepts[index]!.kind);
    return this.labels.find(prefix, limit, accepts).map((index) => this.concepts[index]!);
  }

  private indexItems(): readonly (readonly number[])[] {
    const lists = this.concepts.map((): number[] => []);
    for (const fiche of this.fiches) for (const item of fiche.items) lists[item.concept]!.push(fiche.index);
    return lists;
  }

  private groupAppellations(): readonly (readonly Appellation[])[] {
    const lists = this.fiches.map((): Appellation[] => []);
    for (const appellation of this.appellations) lists[appellation.fiche]!.push(appellation);
    return lists;
  }

  private unknown(code: string, expected: string): never {
    throw new UnknownCodeError(code, `${expected} of ROME ${this.version}`);
  }
}

function isMacro(concept: Concept): boolean {
  return concept.kind === 'macroCompetence' || concept.kind === 'savoirEtre';
}
