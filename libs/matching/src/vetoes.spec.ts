import type { Constraints } from './document';
import { NO_CONSTRAINTS } from './testing/documents';
import { vetoesOf } from './vetoes';

function reasons(offer: Partial<Constraints>, profile: Partial<Constraints> = {}): string[] {
  return vetoesOf({ ...NO_CONSTRAINTS, ...offer }, { ...NO_CONSTRAINTS, ...profile }).map(
    ({ kind, status, reason }) => `${kind} ${status}: ${reason}`,
  );
}

const exigé = { requirement: 'exigé' as const };
const souhaité = { requirement: 'souhaité' as const };

describe('vetoes', () => {
  it('are none where nothing is demanded', () => {
    expect(reasons({})).toStrictEqual([]);
  });

  it('hold a required licence against those declared, and only ask where none is', () => {
    const offer = { drivingLicences: [{ code: 'C', ...exigé }] };
    expect(reasons(offer, { drivingLicences: [{ code: 'B' }] })).toStrictEqual([
      "drivingLicence incompatible: L'offre exige le permis C ; le profil déclare le permis B.",
    ]);
    expect(reasons(offer, { drivingLicences: [{ code: 'A' }, { code: 'B' }] })[0]).toMatch(/les permis A et B\.$/);
    expect(reasons(offer)).toStrictEqual([
      "drivingLicence toVerify: L'offre exige le permis C ; le profil n'en parle pas : à vérifier.",
    ]);
  });

  it('know which licences another includes', () => {
    for (const code of ['B', 'B96', 'C1']) {
      const offer = { drivingLicences: [{ code, ...exigé }] };
      expect(reasons(offer, { drivingLicences: [{ code: 'CE' }] })).toStrictEqual([]);
    }
  });

  it('only ask where the offer names a condition without requiring it', () => {
    expect(reasons({ drivingLicences: [{ code: 'C' }] }, { drivingLicences: [{ code: 'B' }] })).toStrictEqual([
      "drivingLicence toVerify: L'offre mentionne le permis C ; le profil déclare le permis B : à vérifier.",
    ]);
  });

  it('do not come from what is only wished for', () => {
    expect(
      reasons({
        drivingLicences: [{ code: 'B', ...souhaité }],
        languages: [{ code: 'en', level: 'C1', ...souhaité }],
        diplomas: [{ level: 7, ...souhaité }],
        certificates: [{ key: 'caces-r489-3', label: 'CACES R489 catégorie 3', ...souhaité }],
      }),
    ).toStrictEqual([]);
  });

  it('ask for a required certificate that the profile does not name', () => {
    const certificates = [{ key: 'caces-r489-3', label: 'CACES R489 catégorie 3', ...exigé }];
    expect(reasons({ certificates })).toStrictEqual([
      "certificate toVerify: L'offre exige « CACES R489 catégorie 3 » ; le profil n'en parle pas : à vérifier.",
    ]);
    expect(reasons({ certificates }, { certificates })).toStrictEqual([]);
  });

  it('take a certificate for the wider one that it is part of, and ask where only the wider one is named', () => {
    const wide = [{ key: 'caces', label: 'CACES', ...exigé }];
    const narrow = [{ key: 'caces-r489-3', label: 'CACES R489 catégorie 3', ...exigé }];
    expect(reasons({ certificates: wide }, { certificates: narrow })).toStrictEqual([]);
    expect(reasons({ certificates: narrow }, { certificates: wide })).toStrictEqual([
      "certificate toVerify: L'offre exige « CACES R489 catégorie 3 » ; " +
        'le profil dit « CACES » sans plus de précision : à vérifier.',
    ]);
    const other = [{ key: 'caces-r486-b', label: 'CACES R486 catégorie B' }];
    expect(reasons({ certificates: narrow }, { certificates: other })[0]).toMatch(/n'en parle pas : à vérifier\.$/);
  });

  it('hold the lowest of several diplomas against the highest declared', () => {
    const offer = {
      diplomas: [
        { level: 6, ...exigé },
        { level: 5, ...exigé },
      ],
    };
    expect(reasons(offer, { diplomas: [{ level: 3 }, { level: 4 }] })).toStrictEqual([
      "diploma incompatible: L'offre exige un diplôme de niveau 5 (bac+2) ; " +
        'le plus élevé du profil est de niveau 4 (baccalauréat).',
    ]);
    expect(reasons(offer, { diplomas: [{ level: 5 }] })).toStrictEqual([]);
    expect(reasons(offer)[0]).toMatch(/^diploma toVerify: .* le profil n'en déclare aucun : à vérifier\.$/);
    expect(reasons({ diplomas: [{ level: 2 }] })[0]).toMatch(/niveau 2 ;/);
  });

  it('hold the contract against those accepted, if any are', () => {
    expect(reasons({ contractTypes: ['MIS'] }, { contractTypes: ['CDI', 'CDD'] })).toStrictEqual([
      'contract incompatible: Contrat proposé : intérim ; le profil accepte seulement : CDI ou CDD.',
    ]);
    expect(reasons({ contractTypes: ['LIB'] }, { contractTypes: ['ALT', 'STG'] })).toStrictEqual([
      'contract incompatible: Contrat proposé : travail indépendant ; le profil accepte seulement : alternance ou stage.',
    ]);
    expect(reasons({ contractTypes: ['CDI'] }, { contractTypes: ['CDI', 'CDD'] })).toStrictEqual([]);
    expect(reasons({ contractTypes: ['CDI'] })).toStrictEqual([]);
  });

  it('compare language levels where both are said', () => {
    const offer = { languages: [{ code: 'en', level: 'B2' as const, ...exigé }] };
    expect(reasons(offer, { languages: [{ code: 'en', level: 'A2' }] })).toStrictEqual([
      "language incompatible: L'offre exige l'anglais au niveau B2 ; le profil déclare le niveau A2.",
    ]);
    expect(reasons(offer, { languages: [{ code: 'en', level: null }] })[0]).toMatch(/^language toVerify: .*son niveau/);
    expect(reasons(offer, { languages: [{ code: 'pt', level: 'C2' }] })[0]).toMatch(/^language toVerify: .*n'en parle/);
    expect(reasons(offer, { languages: [{ code: 'en', level: 'C1' }] })).toStrictEqual([]);
    const unsaid = { languages: [{ code: 'pt', level: null }] };
    expect(reasons(unsaid, { languages: [{ code: 'pt', level: 'A1' }] })).toStrictEqual([]);
    expect(reasons(unsaid)[0]).toMatch(/L'offre mentionne le portugais ;/);
  });

  it('hold the place against a declared mobility only', () => {
    expect(reasons({ departement: '33' }, { mobility: ['24', '47'] })).toStrictEqual([
      "mobility incompatible: L'offre est dans le département 33 ; départements acceptés : 24 et 47.",
    ]);
    expect(reasons({ departement: '33' }, { mobility: ['33'] })).toStrictEqual([]);
    expect(reasons({ departement: '33' }, { departement: '75' })).toStrictEqual([]);
  });
});
