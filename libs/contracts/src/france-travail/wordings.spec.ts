import {
  contractOf,
  departementOf,
  diplomaLevelOf,
  exigenceOf,
  isAlternance,
  languageOf,
  licenceOf,
  monthsOf,
} from './wordings';

describe('wordings of France Travail', () => {
  it.each([
    ['CDI', 'CDI'],
    ['DIN', 'CDI'],
    ['CDI intérimaire', 'CDI'],
    ['Contrat à durée indéterminée', 'CDI'],
    ['Contrat à durée déterminée - 6 Mois', 'CDD'],
    ['DDI', 'CDD'],
    ['MIS', 'MIS'],
    ['TTI', 'MIS'],
    ['Mission intérimaire - 3 Mois', 'MIS'],
    ['SAI', 'SAI'],
    ['Contrat travail saisonnier', 'SAI'],
    ['LIB', 'LIB'],
    ['CCE', 'LIB'],
    ['Franchise', 'LIB'],
    ['Profession commerciale', 'LIB'],
    ["Reprise d'entreprise", 'LIB'],
    ['Alternance', 'ALT'],
    ['Stage', 'STG'],
    ['XYZ', undefined],
    ['', undefined],
  ])('contract %j is %s', (typeContrat, contract) => expect(contractOf(typeContrat)).toBe(contract));

  it.each([
    ['Contrat apprentissage', true],
    ['Cont. professionnalisation', true],
    ['Contrat travail', false],
    ['Emploi non salarié', false],
  ])('nature %j: alternance %s', (nature, expected) => expect(isAlternance(nature)).toBe(expected));

  it.each([
    ['CAP, BEP et équivalents', 3],
    ['Bac ou équivalent', 4],
    ['Bac+2 ou équivalents', 5],
    ['Bac+3, Bac+4 ou équivalents', 6],
    ['Bac+5 et plus ou équivalents', 7],
    ['Doctorat', 8],
    ['Aucune formation scolaire', 'none'],
    ['3ème achevée ou Brevet', 'none'],
    ['Primaire à 4ème', 'none'],
    ['2nd ou 1ère achevée', 'none'],
    ['Sur mesure', undefined],
    ['', undefined],
  ])('niveau %j is %s', (niveau, level) => expect(diplomaLevelOf(niveau)).toBe(level));

  it.each([
    ['B - Véhicule léger', 'B'],
    ['CE - Poids lourd + remorque (= EC)', 'CE'],
    ['EC - Poids lourd + remorque', 'CE'],
    ['A1 - Moto légère', 'A1'],
    ['AM - Cyclomoteur', 'AM'],
    ['Permis D', 'D'],
    ['Bateau', undefined],
    ['Caces', undefined],
    ['', undefined],
  ])('permis %j is %s', (libelle, code) => expect(licenceOf(libelle)).toBe(code));

  it.each([
    ['Anglais', 'en'],
    ['français', 'fr'],
    ['Néerlandais', 'nl'],
    ['Chinois (mandarin)', 'zh'],
    ['Langue des signes', undefined],
    ['', undefined],
  ])('langue %j is %s', (libelle, code) => expect(languageOf(libelle)).toBe(code));

  it.each([
    ['Expérience exigée de 3 An(s)', 36, 'E'],
    ['Expérience souhaitée de 18 Mois', 18, 'S'],
    ['2 ans - sur poste identique', 24, undefined],
    ['6 Mois', 6, undefined],
    ['Débutant accepté', undefined, 'D'],
    ['Expérience exigée', undefined, 'E'],
  ])('experience %j is %s months, %s', (libelle, months, exigence) => {
    expect(monthsOf(libelle)).toBe(months);
    expect(exigenceOf(libelle)).toBe(exigence);
  });

  it.each([
    [{ commune: '33063' }, undefined, '33'],
    [{ commune: '2A004' }, undefined, '2A'],
    [{ commune: '97411' }, undefined, '974'],
    [{ codePostal: '20000' }, undefined, '2A'],
    [{ codePostal: '20200' }, undefined, '2B'],
    [{ codePostal: '06000' }, undefined, '06'],
    [{ codePostal: '99' }, undefined, undefined],
    [{ libelle: '75 - PARIS 10' }, undefined, '75'],
    [{ libelle: '974 - La Réunion' }, undefined, '974'],
    [{ libelle: 'France' }, undefined, undefined],
    [{ libelle: '99 - Étranger' }, undefined, undefined],
    [undefined, '07', '07'],
    [undefined, 'Île-de-France', undefined],
    [undefined, undefined, undefined],
  ])('place %j, %s is in %s', (place, stated, code) => expect(departementOf(place, stated)).toBe(code));
});
