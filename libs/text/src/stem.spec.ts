import fc from 'fast-check';
import { stem } from './stem';

describe('stem', () => {
  it.each([
    [['soudure', 'soudures', 'souder', 'soudeur', 'soudeuse', 'soudage']],
    [['installation', 'installer', 'installateur', 'installations']],
    [['facturation', 'facture', 'facturer', 'factures']],
    [['livraison', 'livrer', 'livreur', 'livraisons']],
    [['encaissement', 'encaisser', 'encaissements']],
    [['nettoyage', 'nettoyer']],
    [['commercial', 'commerciale', 'commerciaux', 'commerciales']],
  ])('gives one stem for %j', (family) => {
    expect(new Set(family.map(stem)).size).toBe(1);
  });

  it('keeps apart what only looks alike', () => {
    expect(stem('poste')).not.toBe(stem('possible'));
    expect(stem('formation')).not.toBe(stem('format'));
  });

  it('leaves short words and codes alone, but for a plural', () => {
    expect(['sql', 'cap', 'r489', 'c++', 'sols', 'bois'].map(stem)).toEqual([
      'sql',
      'cap',
      'r489',
      'c++',
      'sol',
      'boi',
    ]);
  });

  it('stems the parts of a compound', () => {
    expect(stem('porte-conteneurs')).toBe(`${stem('porte')}-${stem('conteneurs')}`);
  });

  it('never gives an empty stem', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,20}$/), (word) => stem(word).length > 0));
  });
});
