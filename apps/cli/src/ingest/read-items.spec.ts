import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readItems } from './read-items';

let directory: string;
beforeAll(() => (directory = mkdtempSync(join(tmpdir(), 'passerelle-cli-'))));
afterAll(() => rmSync(directory, { recursive: true }));

function read(content: string) {
  const file = join(directory, 'in');
  writeFileSync(file, content);
  return readItems(file);
}

const FRANCE_TRAVAIL = { id: '1', intitule: 'Boulanger' };

describe('readItems', () => {
  it('reads lines, keeping their numbers and those that are not JSON', () => {
    expect(read('\uFEFF{"id":"a","title":""}\n\n{"id":\r\n')).toEqual({
      format: 'passerelle',
      items: [
        { place: 'line 1', json: '{"id":"a","title":""}' },
        { place: 'line 3', json: '{"id":' },
      ],
    });
  });

  it('keeps lines as lines when the first one is wrong', () => {
    expect(read('{"id":\n{"id":"b"}').items.map(({ place }) => place)).toEqual(['line 1', 'line 2']);
  });

  it.each([
    ['an array over several lines', JSON.stringify([FRANCE_TRAVAIL], null, 2)],
    ['an answer of the API', JSON.stringify({ resultats: [FRANCE_TRAVAIL] })],
    ['an answer of the API over several lines', JSON.stringify({ resultats: [FRANCE_TRAVAIL] }, null, 2)],
  ])('reads %s', (_, content) => {
    expect(read(content)).toEqual({
      format: 'france-travail',
      items: [{ place: 'item 1', json: JSON.stringify(FRANCE_TRAVAIL) }],
    });
  });

  it('reads one document, on one line or on several', () => {
    const document = { id: 'a', title: 'x' };
    for (const indent of [0, 2]) {
      expect(read(JSON.stringify(document, null, indent)).items).toEqual([
        { place: 'item 1', json: JSON.stringify(document) },
      ]);
    }
  });

  it('refuses what holds nothing, a broken array and a missing file, by name', () => {
    expect(() => read('\n')).toThrow(/in: holds no document/u);
    expect(() => read('[]')).toThrow(/in: holds no document/u);
    expect(() => read('[{"id":1},')).toThrow(/in: not JSON/u);
    expect(() => readItems(join(directory, 'none'))).toThrow(/none/u);
  });
});
