import { alternatives, countWord, enumerate, languageWithArticle } from './french';

describe('French', () => {
  it('joins with commas and «et»', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(enumerate)).toStrictEqual(['', 'a', 'a et b', 'a, b et c']);
  });

  it('joins alternatives with «ou»', () => {
    expect([['a'], ['a', 'b'], ['a', 'b', 'c']].map(alternatives)).toStrictEqual(['a', 'a ou b', 'a, b ou c']);
  });

  it('elides the article of a language where speech does', () => {
    expect(['en', 'he', 'hu', 'hi', 'el', 'oc', 'ar', 'zz'].map(languageWithArticle)).toStrictEqual([
      "l'anglais",
      "l'hébreu",
      'le hongrois',
      'le hindi',
      'le grec',
      "l'occitan",
      "l'arabe",
      'la langue zz',
    ]);
    expect(languageWithArticle('not a code')).toBe('la langue not a code');
  });

  it('counts in feminine words, then in figures', () => {
    expect([1, 2, 10, 16, 17].map(countWord)).toStrictEqual(['une', 'deux', 'dix', 'seize', '17']);
  });
});
