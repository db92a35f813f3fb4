import { cleanTitle } from './title';

describe('title', () => {
  it.each([
    ['Boulanger (H/F)', 'Boulanger'],
    ['Boulanger F/H', 'Boulanger'],
    ['Boulanger h-f', 'Boulanger'],
    ['Boulanger (H/F/X)', 'Boulanger'],
    ['Boulanger m/f/d', 'Boulanger'],
    ['CDI - Boulanger - temps plein', 'Boulanger'],
    ['Boulanger 35h', 'Boulanger'],
    ['Boulanger 39 heures intérim', 'Boulanger'],
    ['Boulanger (69)', 'Boulanger'],
    ['Boulanger (2A)', 'Boulanger'],
    ['Boulanger référence : AB-12', 'Boulanger'],
    ['Boulanger réf. 4512', 'Boulanger'],
    ['Boulanger - REF4512', 'Boulanger'],
    ['« Boulanger » *urgent*', 'Boulanger urgent'],
    ['  Chef  de   rayon ', 'Chef de rayon'],
    ['', ''],
    ['H/F', ''],
    ['Référent handicap', 'Référent handicap'],
    ['Referent handicap', 'Referent handicap'],
  ])('«%s» is cleaned to «%s»', (title, cleaned) => {
    expect(cleanTitle(title)).toBe(cleaned);
  });
});
