/** Finds labels by the beginning of one of their words, without regard to case, accents, ligatures and punctuation. */
export class LabelSearch {
  private readonly folded: readonly string[];

  constructor(labels: readonly string[]) {
    this.folded = labels.map(foldWords);
  }

  /** Positions of the labels accepted by `accepts`, those that begin with the prefix first; at most `limit`. */
  find(prefix: string, limit: number, accepts: (position: number) => boolean): number[] {
    const wanted = foldWords(prefix).trimEnd();
    if (wanted === '') return [];
    const initial: number[] = [];
    const inside: number[] = [];
    for (let position = 0; position < this.folded.length && initial.length < limit; position++) {
      const at = this.folded[position]!.indexOf(wanted);
      if (at < 0 || !accepts(position)) continue;
      (at === 0 ? initial : inside).push(position);
    }
    return [...initial, ...inside].slice(0, limit);
  }
}

/** Every word preceded by one space: ` poser du carrelage`. */
function foldWords(text: string): string {
  const plain = text.toLowerCase().replace(/œ/g, 'oe').replace(/æ/g, 'ae').normalize('NFD').replace(/\p{M}/gu, '');
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').replace(/^ ?/, ' ');
}
