import * as fc from 'fast-check';
import { genderedForms } from './gendered-forms';

describe('genderedForms', () => {
  it.each([
    ['Chauffeur / Chauffeuse de bus', ['Chauffeur de bus', 'Chauffeuse de bus']],
    ['Abatteur / Abatteuse de carrière', ['Abatteur de carrière', 'Abatteuse de carrière']],
    ['Timonier / Timonière', ['Timonier', 'Timonière']],
    [
      'Conseiller / Conseillère social media (SMO)',
      ['Conseiller social media (SMO)', 'Conseillère social media (SMO)'],
    ],
    ["Agent / Agente d'entretien", ["Agent d'entretien", "Agente d'entretien"]],
    ["Maître d'hôtel / Maîtresse d'hôtel", ["Maître d'hôtel", "Maîtresse d'hôtel"]],
  ])('gives the tail of %s to both forms', (label, forms) => {
    expect(genderedForms(label)).toEqual(forms);
  });

  it.each([
    ['Chef de chantier tuyauteur / Cheffe de chantier tuyauteuse', 'Chef de chantier tuyauteur'],
    [
      'Directeur administratif, financier / Directrice administrative, financière et juridique',
      'Directeur administratif, financier et juridique',
    ],
    ['Accastilleur-monteur / Accastilleuse-monteuse de marine', 'Accastilleur-monteur de marine'],
    ['Huissier (menuisier) / Huissière (menuisière)', 'Huissier (menuisier)'],
    ["Chef d'équipe dépanneur / Cheffe dépanneuse de chaudières", "Chef d'équipe dépanneur de chaudières"],
    ['Mécanicien - assembleur / Mécanicienne - assembleuse en cuir', 'Mécanicien - assembleur en cuir'],
  ])('finds where the tail of %s begins after several words', (label, masculine) => {
    expect(genderedForms(label)).toEqual([masculine, label.split(' / ')[1]]);
  });

  it.each([
    ['Caviste affineur / Affineuse', ['Caviste affineur', 'Caviste affineuse']],
    ['Artiste Plasticien / Plasticienne', ['Artiste Plasticien', 'Artiste Plasticienne']],
    [
      'Analyste Concepteur / Conceptrice informatique',
      ['Analyste Concepteur informatique', 'Analyste Conceptrice informatique'],
    ],
    [
      'Arbitre professionnel / Professionnelle de judo',
      ['Arbitre professionnel de judo', 'Arbitre professionnelle de judo'],
    ],
    [
      'Responsable plate-forme expédition / Livraison',
      ['Responsable plate-forme expédition', 'Responsable plate-forme livraison'],
    ],
  ])('gives the beginning of %s to both forms', (label, forms) => {
    expect(genderedForms(label)).toEqual(forms);
  });

  it.each([
    ["Steward / Hôtesse de l'air", ["Steward de l'air", "Hôtesse de l'air"]],
    ['Valet / Femme de chambre', ['Valet de chambre', 'Femme de chambre']],
    ['Premier valet / Première femme de chambre', ['Premier valet de chambre', 'Première femme de chambre']],
    ['Garçon / Fille de chenil', ['Garçon de chenil', 'Fille de chenil']],
    [
      "Layout man / Layout woman - films d'animation",
      ["Layout man - films d'animation", "Layout woman - films d'animation"],
    ],
  ])('knows words of %s that do not resemble each other', (label, forms) => {
    expect(genderedForms(label)).toEqual(forms);
  });

  it.each([
    ['Sound designer / Designer sonore', ['Sound designer', 'Designer sonore']],
    ['Homme sage-femme / Sage-femme', ['Homme sage-femme', 'Sage-femme']],
    ['Traminot / Employée de tramway', ['Traminot', 'Employée de tramway']],
    ['Tubiste / Contre tubiste', ['Tubiste', 'Contre tubiste']],
  ])('keeps two whole names in %s', (label, forms) => {
    expect(genderedForms(label)).toEqual(forms);
  });

  it.each(['Cariste', 'Responsable en chimie/pharmacie', 'Un / deux / trois', 'Groupiste / Groupiste'])(
    'gives one form for %s',
    (label) => {
      expect(genderedForms(label)).toHaveLength(1);
    },
  );

  it('never throws, and never gives an empty or a doubled form', () => {
    const word = fc.constantFrom(
      'chef',
      'Cheffe',
      'd’',
      "d'équipe",
      '/',
      '-',
      '(SAV)',
      'é',
      'de',
      '  ',
      'homme',
      'Femme',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word, { maxLength: 8 }).map((words) => words.join(' ')),
        ),
        (label) => {
          const forms = genderedForms(label);
          expect(new Set(forms).size).toBe(forms.length);
          if (label.trim() !== '') expect(forms.every((form) => form.trim() !== '')).toBe(true);
        },
      ),
    );
  });
});
