import { foldUnits } from './characters';
import { entityAt } from './entities';

/**
 * A source as a person would read it: no tags, entities resolved, `/r/n` as line breaks. `text` and `low` (folded) have
 * the same length; `toSource` leads back to the original.
 */
export interface Reading {
  readonly text: string;
  readonly low: string;
  /** Offsets in the source of the slice `[start, end)` of `text`. */
  toSource(start: number, end: number): readonly [number, number];
}

const MARKUP = /[\u0300-\u036f<&]|\/[rn]\/|\\[rn]/;
const TAG_NAME = /<\/?([a-zA-Z][a-zA-Z0-9]{0,15})/y;
const LINE_TAGS = new Set(
  'p br div ul ol table tr h1 h2 h3 h4 h5 h6 hr section article header footer dt dd'.split(' '),
);
const INLINE_TAGS = new Set('b i u em strong span a font small big sup sub mark s abbr'.split(' '));
const WRITTEN_BREAK = /(?:\/r\/n|\/n|\/r|\\r\\n|\\n|\\r)+/y;

export function read(source: string): Reading {
  if (!MARKUP.test(source)) {
    return { text: source, low: foldUnits(source), toSource: (start, end) => [start, end] };
  }
  const decoder = new Decoder(source);
  const { text, starts, ends } = decoder.decode();
  return {
    text,
    low: foldUnits(text),
    toSource: (start, end) => [starts[start]!, ends[end - 1]!],
  };
}

class Decoder {
  private readonly out: string[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private unclosed = false;

  constructor(private readonly source: string) {}

  decode(): { text: string; starts: number[]; ends: number[] } {
    let at = 0;
    while (at < this.source.length) at = this.step(at);
    return { text: this.out.join(''), starts: this.starts, ends: this.ends };
  }

  private step(at: number): number {
    const unit = this.source.charCodeAt(at);
    if (unit === 0x3c) return this.tag(at);
    if (unit === 0x26) {
      const entity = entityAt(this.source, at);
      if (entity !== null) return this.put(entity.character, at, at + entity.length);
    } else if (unit >= 0x300 && unit <= 0x36f && this.ends.length > 0) {
      this.ends[this.ends.length - 1] = at + 1;
      return at + 1;
    } else if (unit === 0x2f || unit === 0x5c) {
      WRITTEN_BREAK.lastIndex = at;
      const written = WRITTEN_BREAK.exec(this.source)?.[0];
      // «/n» alone may be a fraction or a path; two signs in a row or «/r/n» are a broken export.
      if (written !== undefined && written.length >= 4) return this.put('\n', at, at + written.length);
    }
    return this.put(this.source.charAt(at), at, at + 1);
  }

  private put(character: string, start: number, end: number): number {
    this.out.push(character);
    this.starts.push(start);
    this.ends.push(end);
    return end;
  }

  private tag(at: number): number {
    if (this.source.startsWith('<!--', at)) return this.skipTo('-->', at) ?? this.put(' ', at, at + 1);
    TAG_NAME.lastIndex = at;
    const name = TAG_NAME.exec(this.source)?.[1]?.toLowerCase();
    const end = name === undefined ? -1 : this.tagEnd(at);
    if (name === undefined || end < 0) return this.put(' ', at, at + 1);
    if (name === 'script' || name === 'style') {
      const after = this.source.charAt(at + 1) === '/' ? undefined : this.skipTo(`</${name}>`, at);
      return this.put(' ', at, after ?? end);
    }
    if (name === 'li') {
      this.put('\n', at, end);
      return this.source.charAt(at + 1) === '/' ? end : this.put('•', at, end);
    }
    if (LINE_TAGS.has(name)) return this.put('\n', at, end);
    return INLINE_TAGS.has(name) ? end : this.put(' ', at, end);
  }

  private tagEnd(at: number): number {
    for (let i = at + 1; i < this.source.length; i++) {
      const unit = this.source.charCodeAt(i);
      if (unit === 0x3e) return i + 1;
      if (unit === 0x3c || i - at > 2000) return -1;
    }
    return -1;
  }

  // A marker that was once not found is not looked for again: the scan stays linear.
  private skipTo(marker: string, at: number): number | undefined {
    if (this.unclosed) return undefined;
    const found = this.source.indexOf(marker, at);
    if (found >= 0) return found + marker.length;
    this.unclosed = true;
    return undefined;
  }
}
