import fc from 'fast-check';
import { fold, words } from './fold';

describe('fold', () => {
  it.each([
    ["L’Accueil d'un élève", "l' accueil d' un eleve"],
    ['Œuvre et nævus', 'oeuvre et naevus'],
    ['conducteur·trice', 'conducteur'],
    ['conducteur/trice', 'conducteur'],
    ['conducteur(trice)', 'conducteur'],
    ['conducteur.trice', 'conducteur'],
    ['agent(e)s', 'agents'],
    ['salarié.e.s', 'salaries'],
    ['un·e vendeur·euse', 'un vendeur'],
    ['infirmier(ère)', 'infirmier'],
    ['Cariste (H/F)', 'cariste'],
    ['Cariste F/H', 'cariste'],
    ['2 ans d’exp. en tps plein', "2 ans d' experience en temps plein"],
    ['R&eacute;ception &amp; <b>tri</b>', 'reception & tri'],
    ["aujourd'hui", "aujourd'hui"],
    ['Node.js, C++ et .NET', 'node.js, c++ et .net'],
    ['  deux \u00a0 blancs\u200b\n', 'deux blancs'],
  ])('%s becomes %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('gives the same form for decomposed and composed letters', () => {
    expect(fold('préparé'.normalize('NFD'))).toBe(fold('préparé'.normalize('NFC')));
  });

  it('never throws and leaves no capital', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(/[A-Z]/.test(fold(text))).toBe(false);
      }),
    );
  });
});

describe('words', () => {
  it('keeps what a text is about', () => {
    expect(words("L'accueil des client(e)s et la mise en rayon")).toEqual(['accueil', 'clients', 'mise', 'rayon']);
  });

  it('keeps names with signs and numbers whole', () => {
    expect(words('CACES R489-3, C++, C#, week-end, 3x8')).toEqual(['caces', 'r489-3', 'c++', 'c#', 'week-end', '3x8']);
  });
});
