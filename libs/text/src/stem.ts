type Ending = readonly [ending: string, keep: number, instead?: string];

/**
 * Derivational endings that leave one root for the act, the verb and the person («soudure», «souder», «soudeur»), longest
 * first; `keep` is the least length of what stays, `instead` what takes the ending's place.
 */
// prettier-ignore
const ENDINGS: readonly Ending[] = (
  [
    ['abilites', 4], ['abilite', 4], ['ibilite', 4], ['aissements', 2, 'aiss'], ['aissement', 2, 'aiss'], ['issements', 3], ['issement', 3], ['issages', 3], ['issage', 3],
    ['isations', 3], ['isation', 3], ['isateur', 3], ['issantes', 3], ['issante', 3], ['issants', 3], ['issant', 3], ['isseur', 3], ['isseuse', 3],
    ['ificatrice', 3], ['ificateur', 3], ['ification', 3], ['aisons', 3], ['aison', 3],
    ['ations', 3], ['ation', 3], ['ateurs', 3], ['atrices', 3], ['ateur', 3], ['atrice', 3], ['atifs', 4], ['atif', 4], ['atives', 4], ['ative', 4],
    ['itions', 4], ['ition', 4], ['ements', 3], ['ement', 3], ['amment', 3], ['emment', 3], ['teurs', 4], ['trices', 4], ['teur', 4], ['trice', 4],
    ['tions', 3], ['tion', 3], ['ions', 4], ['ion', 4], ['ages', 3], ['age', 3], ['ures', 4], ['ure', 4], ['urer', 4], ['uration', 4], ['urations', 4], ['urateur', 4], ['eurs', 3], ['eur', 3], ['euses', 3], ['euse', 3],
    ['ables', 3], ['able', 3], ['ibles', 3], ['ible', 3], ['iennes', 4], ['ienne', 4], ['iens', 4], ['ien', 4], ['istes', 3], ['iste', 3], ['ismes', 3], ['isme', 3],
    ['ieres', 3], ['iere', 3], ['iers', 3], ['ier', 3], ['eries', 4], ['erie', 4], ['iques', 4], ['ique', 4], ['ances', 4], ['ance', 4], ['ences', 4], ['ence', 4],
    ['antes', 4], ['ante', 4], ['ants', 4], ['ant', 4], ['assent', 4], ['eraient', 3], ['aient', 3], ['erais', 3], ['erait', 3], ['eront', 3], ['erons', 3], ['erez', 3], ['erai', 3], ['eras', 3], ['era', 3],
    ['irez', 3], ['irai', 3], ['issez', 3], ['issent', 3], ['issons', 3], ['ais', 4], ['ait', 4], ['iez', 4], ['ez', 3], ['ent', 4], ['ons', 4], ['ees', 3], ['ee', 3], ['er', 3], ['ers', 3], ['ir', 4], ['irs', 4],
    ['ives', 4], ['ive', 4], ['ifs', 4], ['if', 4], ['elles', 4], ['elle', 4], ['els', 4], ['el', 4], ['ales', 4], ['ale', 4], ['aux', 4], ['al', 4], ['eux', 3], ['aire', 4], ['aires', 4],
  ] as Ending[]
).sort((a, b) => b[0].length - a[0].length);

/** Endings by their last letter: two or three dozen comparisons at most for a word. */
const BY_LAST = new Map<number, Ending[]>();
for (const ending of ENDINGS) {
  const last = ending[0].charCodeAt(ending[0].length - 1);
  const list = BY_LAST.get(last);
  if (list === undefined) BY_LAST.set(last, [ending]);
  else list.push(ending);
}

/**
 * Stem of a folded French word: plural, feminine, verbal and common nominal endings off, doubled letters single, `y` as
 * `i`. Light, after J. Savoy, «Light Stemming Approaches for the French, Portuguese, German and Hungarian Languages»
 * (SAC 2006), with nominal endings added, because ROME writes `souder` where offers write `soudure`. Words of fewer than
 * five letters, and those with a digit or sign, are left as they are, but for a plural `s`.
 */
export function stem(word: string): string {
  const { length } = word;
  if (length < 5) return length === 4 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, 3) : word;
  for (let i = 0; i < length; i++) {
    const unit = word.charCodeAt(i);
    if (unit < 0x61 || unit > 0x7a) return word.includes('-') ? word.split('-').map(stem).join('-') : word;
  }
  return tidy(withoutEnding(word));
}

function withoutEnding(word: string): string {
  for (const [ending, keep, instead = ''] of BY_LAST.get(word.charCodeAt(word.length - 1)) ?? []) {
    if (word.length - ending.length >= keep && word.endsWith(ending)) return word.slice(0, -ending.length) + instead;
  }
  return word;
}

function tidy(root: string): string {
  let stemmed = root;
  if (stemmed.length > 3 && /[sx]$/.test(stemmed) && !stemmed.endsWith('ss')) stemmed = stemmed.slice(0, -1);
  if (stemmed.length > 3 && stemmed.endsWith('e')) stemmed = stemmed.slice(0, -1);
  if (stemmed.length > 3 && stemmed.endsWith('y')) stemmed = `${stemmed.slice(0, -1)}i`;
  const last = stemmed.charCodeAt(stemmed.length - 1);
  const doubled = stemmed.length > 3 && last === stemmed.charCodeAt(stemmed.length - 2);
  return doubled ? stemmed.slice(0, -1) : stemmed;
}
