import { passerelle } from './command';

jest.setTimeout(60_000);

interface Entry {
  readonly code: string;
  readonly label: string;
  readonly type: string;
  readonly path: readonly { readonly code: string }[];
  readonly lists: Readonly<Record<string, readonly { readonly code: string; readonly label: string }[]>>;
}

const show = async (code: string): Promise<Entry> =>
  JSON.parse((await passerelle(['rome', 'show', code, '--json'])).out) as Entry;

describe('passerelle rome show', () => {
  it('shows a macro-compétence, by OGR code as by tree code: path, savoir-faire, fiches', async () => {
    const [byCode, byTree] = await Promise.all([show('300030'), show('1A101')]);
    expect(byTree).toEqual(byCode);
    expect(byCode).toMatchObject({ code: '300030', type: 'macro-compétence' });
    expect(byCode.path.map(({ code }) => code)).toEqual(['1', '1A', '1A1', '1A101']);
    expect(byCode.lists['savoir-faire']?.map(({ code }) => code)).toContain('499955');
    expect(byCode.lists.fiches?.map(({ code }) => code)).toContain('A1204');
  });

  it('shows a fiche and, through it, an appellation', async () => {
    const fiche = await show('M1805');
    expect(fiche).toMatchObject({ type: 'fiche métier', label: 'Développeur / Développeuse informatique' });
    expect(fiche.path.map(({ code }) => code)).toEqual(['M', 'M18']);
    const [appellation] = fiche.lists.appellations ?? [];
    const shown = await show(appellation!.code);
    expect(shown.type).toMatch(/^appellation/u);
    expect(shown.lists.fiche).toEqual([{ code: 'M1805', label: fiche.label }]);
  });

  it('prints the tree for a person', async () => {
    const { code, out, err } = await passerelle(['rome', 'show', '300030']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('      └ 1A101 Concevoir et animer des activités de détente ou de loisirs\n');
    expect(out).toMatch(/fiches \(\d+\)/u);
  });
});
