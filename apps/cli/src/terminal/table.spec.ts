import { fitted, share, table } from './table';

describe('table', () => {
  it('puts numbers to the right and words to the left', () => {
    expect(
      table(
        ['name', 'share'],
        [
          ['a', '0.5'],
          ['bcd', '12'],
        ],
      ),
    ).toBe(
      [
        '┌──────┬───────┐',
        '│ name │ share │',
        '├──────┼───────┤',
        '│ a    │   0.5 │',
        '│ bcd  │    12 │',
        '└──────┴───────┘',
      ].join('\n'),
    );
  });

  it('does not take a column of dashes for numbers', () => {
    expect(table(['wide', 'n'], [['–', 1]])).toContain('│ –    │ 1 │');
  });

  it('wraps cells that are wider than their column', () => {
    expect(table(['a'], [['un deux trois']], { widths: [8] }).split('\n')).toEqual([
      '┌──────────┐',
      '│ a        │',
      '├──────────┤',
      '│ un deux  │',
      '│ trois    │',
      '└──────────┘',
    ]);
  });
});

describe('fitted', () => {
  it('keeps widths that fit', () => {
    expect(fitted([5, 30, 30], 100)).toEqual([5, 30, 30]);
  });

  it('takes from wide columns in proportion, never below 12', () => {
    // 60 columns, 10 of borders and padding, 5 narrow: 45 for 30 + 60.
    expect(fitted([5, 30, 60], 60)).toEqual([5, 15, 30]);
    expect(fitted([5, 30, 60], 20)).toEqual([5, 12, 12]);
  });
});

it('gives shares three decimals', () => {
  expect(share(2 / 3)).toBe('0.667');
});
