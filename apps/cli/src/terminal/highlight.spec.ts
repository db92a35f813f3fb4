import { highlight } from './highlight';
import { styleOf } from './style';

const plain = styleOf({ isTTY: false }, {});
const colours = styleOf({ isTTY: true }, {});
const TEXT = 'Vous pétrissez la pâte.\nVous cuisez.';

describe('highlight', () => {
  it('puts brackets and marks around spans where there are no colours', () => {
    const spans = [
      { start: 5, end: 22, mark: 1, format: 'green' as const },
      { start: 29, end: 35, mark: 12, format: 'red' as const },
    ];
    expect(highlight(TEXT, spans, plain)).toBe('Vous [pétrissez la pâte]¹.\nVous [cuisez]¹².');
  });

  it('joins the marks of equal spans and nests overlapping ones', () => {
    const at = (start: number, end: number, mark: number) => ({ start, end, mark, format: 'green' as const });
    expect(highlight('abcdef', [at(0, 4, 1), at(0, 4, 2), at(2, 6, 3)], plain)).toBe('[ab[cd]¹·²ef]³');
  });

  it('colours each line of a span by itself', () => {
    const spans = [{ start: 18, end: 28, mark: 1, format: 'green' as const }];
    expect(highlight(TEXT, spans, colours)).toBe(
      'Vous pétrissez la \u001b[32mpâte.\u001b[39m\n\u001b[32mVous\u001b[39m\u001b[2m¹\u001b[22m cuisez.',
    );
  });

  it('leaves a text without spans as it is', () => {
    expect(highlight(TEXT, [], plain)).toBe(TEXT);
    expect(highlight('', [], plain)).toBe('');
  });
});

describe('styleOf', () => {
  it('colours where a person looks, unless told otherwise', () => {
    expect(styleOf({ isTTY: true }, {}).coloured).toBe(true);
    expect(styleOf({}, {}).coloured).toBe(false);
    expect(styleOf({ isTTY: true }, { NO_COLOR: '1' }).coloured).toBe(false);
    expect(styleOf({}, { FORCE_COLOR: '1' }).coloured).toBe(true);
    expect(styleOf({}, { FORCE_COLOR: '0' }).coloured).toBe(false);
  });
});
