import type { DocumentKind, ListProvenance, ListQuery, MatchEntry } from '@passerelle/contracts';
import { explainPair, type PreparedDocument } from '@passerelle/matching';
import type { Documents } from '../documents/documents';
import { toMatchDocument } from '../documents/match-document';
import type { Stored } from '../documents/stored';
import type { Board } from '../road/board';
import { matchEntries } from '../road/match-entry';
import { type QuotedExplanation, withWords } from './evidence-words';
import { notFound } from './problem';

/** The best matches of one document under the filters that were asked for. */
export interface MatchListView {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly provenance: ListProvenance;
  /** Why the document cannot be scored, in French; null when it can. */
  readonly unscorable: string | null;
  readonly entries: readonly MatchEntry[];
}

/** Answers what people ask about matches, from the same index and explanations as the published lists. */
export class Matches {
  constructor(
    private readonly board: Board,
    private readonly documents: Documents,
  ) {}

  /** @throws UnknownDocumentError */
  list(kind: DocumentKind, id: string, { limit, minScore, departement, contractType }: ListQuery): MatchListView {
    const { index } = this.board;
    const { unscorable } = index.get(kind, id);
    const filter = {
      ...(departement === undefined ? {} : { departement }),
      ...(contractType === undefined ? {} : { contractType }),
    };
    const matches = index.topK({ kind, id }, { limit, minScore: minScore ?? 0, filter });
    const entries = matchEntries(index, { kind, id }, matches);
    return { kind, id, provenance: this.documents.provenance, unscorable, entries };
  }

  /** The pair as it is stored, so that offsets and words are of one version. @throws Problem 404 */
  async explain(offerId: string, profileId: string): Promise<QuotedExplanation> {
    const [offer, profile] = [await this.stored('offer', offerId), await this.stored('profile', profileId)];
    const explanation = explainPair(this.board.index.engine, this.prepared(offer), this.prepared(profile));
    return withWords(explanation, { offer: offer.source.event, profile: profile.source.event });
  }

  private async stored(kind: DocumentKind, id: string): Promise<Stored> {
    const stored = await this.documents.get(kind, id);
    if (stored === null) throw notFound(kind, id);
    return stored;
  }

  private prepared({ kind, id, normalized, source }: Stored): PreparedDocument {
    return this.board.index.engine.prepare(toMatchDocument({ kind, id, normalized, event: source.event }));
  }
}
