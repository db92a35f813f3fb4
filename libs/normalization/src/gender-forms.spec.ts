import { GenderForms } from './gender-forms';

describe('gender forms', () => {
  const forms = new GenderForms([
    { forms: ['Infirmier diplômé', 'Infirmière diplômée'] },
    { forms: ['Conducteur de bus', 'Conductrice de bus'] },
    { forms: ['Attaché commercial', 'Attachée commerciale'] },
    { forms: ['Vendeuse', 'Vendeur'] },
    { forms: ['Agent', 'Agente'] },
    { forms: ['Second de cuisine', 'Seconde de cuisine'] },
    { forms: ['Cadre de santé'] },
    { forms: ['Homme de ménage', 'Femme de ménage'] },
  ]);

  it.each([
    ['Infirmière diplômée', 'infirmier diplome'],
    ['VENDEUSES', 'vendeurs'],
    ['deux conductrices', 'deux conducteurs'],
    ['une agente', 'une agent'],
  ])('«%s» is read as «%s»', (written, read) => {
    expect(forms.masculine(written)).toBe(read);
  });

  it.each(['conducteur', 'relation commerciale', 'une seconde', 'cadre', 'femme de ménage', 'Pétrir 🥖', ''])(
    'leaves «%s» as it is',
    (text) => {
      expect(forms.masculine(text)).toBe(text);
    },
  );
});
