import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tinyRome } from './testing/tiny-rome';
import { readWordings, WordingsError } from './wordings';

describe('wordings', () => {
  const directory = mkdtempSync(join(tmpdir(), 'wordings-'));
  const rome = tinyRome();
  const reading = (content: string) => () => {
    writeFileSync(join(directory, 'a.tsv'), content);
    return readWordings(directory, ['a.tsv'], rome);
  };

  afterAll(() => rmSync(directory, { recursive: true }));

  it('are read in order from all files, blank lines left out', () => {
    writeFileSync(join(directory, 'b.tsv'), 'D1\toral\tje fais le pain \n');
    expect([
      ...reading('100\toffre\tpréparer le pain\n\n101\tcv\tpétrissage')(),
      ...readWordings(directory, ['b.tsv'], rome),
    ]).toEqual([
      { code: '100', text: 'préparer le pain' },
      { code: '101', text: 'pétrissage' },
      { code: 'D1', text: 'je fais le pain' },
    ]);
  });

  it.each([
    ['100\toffre\tpain\n100 offre pain\n', 'a.tsv:2: expected code, style and wording, tab-separated'],
    ['100\toffre\n', 'a.tsv:1: expected code, style and wording, tab-separated'],
    ['\toffre\tpain\n', 'a.tsv:1: expected code, style and wording, tab-separated'],
    ['100\toffre\tpain\n\n999\tcv\tpain\n', 'a.tsv:3: code 999 is not in ROME 0.1'],
  ])('%j is refused by file and line', (content, message) => {
    expect(reading(content)).toThrow(WordingsError);
    expect(reading(content)).toThrow(message);
  });

  it('name the file that is missing', () => {
    expect(() => readWordings(directory, ['none.tsv'], rome)).toThrow(/none\.tsv/);
  });
});
