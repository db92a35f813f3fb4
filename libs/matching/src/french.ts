/** «A», «A et B», «A, B et C». */
export function enumerate(parts: readonly string[]): string {
  return joined(parts, 'et');
}

/** «A», «A ou B», «A, B ou C». */
export function alternatives(parts: readonly string[]): string {
  return joined(parts, 'ou');
}

function joined(parts: readonly string[], last: 'et' | 'ou'): string {
  if (parts.length < 2) return parts.join('');
  return `${parts.slice(0, -1).join(', ')} ${last} ${parts[parts.length - 1]!}`;
}

/** In French quotation marks, as a label is read aloud. */
export function quoted(label: string): string {
  return `« ${label} »`;
}

// prettier-ignore
const COUNTS = ['aucune', 'une', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf', 'dix', 'onze', 'douze', 'treize', 'quatorze', 'quinze', 'seize'];

/** Feminine: «une», «deux»… «seize», then figures. */
export function countWord(count: number): string {
  return COUNTS[count] ?? `${count}`;
}

export function capitalized(sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase('fr') + sentence.slice(1);
}

/** «l'anglais», «le portugais»; an unknown code stands for itself: «la langue xx». */
export function languageWithArticle(code: string): string {
  const name = languageName(code);
  if (name === undefined) return `la langue ${code}`;
  // Of the languages in h, only these elide; «le hongrois», «le hindi» do not.
  const elides = /^[aâeéèêiîoôuù]/u.test(name) || name.startsWith('hébreu');
  return elides ? `l'${name}` : `le ${name}`;
}

function languageName(code: string): string | undefined {
  try {
    return new Intl.DisplayNames('fr', { type: 'language', fallback: 'none' }).of(code);
  } catch {
    return undefined;
  }
}
