/** HTML named entities that French text uses (HTML 4, Latin-1 and a few signs). */
// prettier-ignore
const NAMED: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', laquo: '«', raquo: '»', lsquo: '‘', rsquo: '’',
  ldquo: '“', rdquo: '”', ndash: '–', mdash: '—', hellip: '…', bull: '•', middot: '·', euro: '€', deg: '°',
  agrave: 'à', acirc: 'â', auml: 'ä', aacute: 'á', aelig: 'æ', ccedil: 'ç', egrave: 'è', eacute: 'é', ecirc: 'ê',
  euml: 'ë', icirc: 'î', iuml: 'ï', iacute: 'í', ocirc: 'ô', ouml: 'ö', oacute: 'ó', oelig: 'œ', ugrave: 'ù',
  ucirc: 'û', uuml: 'ü', uacute: 'ú', ntilde: 'ñ', Agrave: 'À', Acirc: 'Â', Ccedil: 'Ç', Egrave: 'È', Eacute: 'É',
  Ecirc: 'Ê', Euml: 'Ë', Icirc: 'Î', Iuml: 'Ï', Ocirc: 'Ô', OElig: 'Œ', Ugrave: 'Ù', Ucirc: 'Û',
};

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/y;

/** The character an entity at `at` stands for and the length of its writing; null where there is none. */
export function entityAt(source: string, at: number): { readonly character: string; readonly length: number } | null {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(source);
  if (match === null) return null;
  const [written, decimal, hexadecimal, name] = match;
  if (name !== undefined) {
    const character = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
    return character === undefined ? null : { character, length: written.length };
  }
  const code = decimal === undefined ? parseInt(hexadecimal!, 16) : parseInt(decimal, 10);
  // Outside the basic plane one entity would be two code units, and nothing there carries a skill.
  return { character: code > 0 && code <= 0xffff ? String.fromCharCode(code) : ' ', length: written.length };
}
