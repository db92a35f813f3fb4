import type { OwnerScore } from './surface-index';

/** What is known of a text whatever document it stands in. */
export interface KnownText {
  readonly vector: Float32Array;
  /** Concepts that meaning or words bring up; each call of the caller gets a copy of its own. */
  readonly found: Map<number, OwnerScore>;
}

interface Packed {
  readonly vector: Float32Array;
  readonly owners: Int32Array;
  /** label, wording, lexical of each owner in turn. */
  readonly scores: Float64Array;
}

/** Postings repeat themselves: a third of the clauses of a stream of offers was seen shortly before. About 2 kB each. */
const CAPACITY = 10_000;

/** The texts read last, with what was found for them; the one used longest ago is forgotten first. */
export class TextMemory {
  private readonly packed = new Map<string, Packed>();

  recall(text: string): KnownText | undefined {
    const known = this.packed.get(text);
    if (!known) return undefined;
    this.packed.delete(text);
    this.packed.set(text, known);
    const { vector, owners, scores } = known;
    const found = new Map<number, OwnerScore>();
    owners.forEach((owner, at) =>
      found.set(owner, { label: scores[3 * at]!, wording: scores[3 * at + 1]!, lexical: scores[3 * at + 2]! }),
    );
    return { vector, found };
  }

  remember(text: string, { vector, found }: KnownText): void {
    const oldest = this.packed.size >= CAPACITY ? this.packed.keys().next().value : undefined;
    if (oldest !== undefined) this.packed.delete(oldest);
    this.packed.set(text, {
      vector: vector.slice(),
      owners: Int32Array.from(found.keys()),
      scores: Float64Array.from(
        [...found.values()].flatMap(({ label, wording, lexical }) => [label, wording, lexical]),
      ),
    });
  }
}
