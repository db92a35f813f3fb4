/** A title without what is not the métier: gender marks, contract, hours, place in parentheses, references. */
export function cleanTitle(title: string): string {
  return title
    .replace(/\(?\b(?:[hf]\s?[/.-]\s?[hf](?:\s?[/.-]\s?[xn])?|[mf]\s?\/\s?[fm]\s?\/\s?d)\b\)?/giu, ' ')
    .replace(
      /\b(?:cdi|cdd|int[ée]rim|alternance|apprentissage|stage|temps (?:plein|partiel|complet)|\d+\s?h(?:eures)?)\b/giu,
      ' ',
    )
    .replace(/\(\s*(?:\d{2,5}|2[ab])?\s*\)/giu, ' ')
    .replace(/\br[ée]f(?:[ée]rence)?(?!\p{L})[\s.:]*(?=\S*\d)\S+/giu, ' ')
    .replace(/["«»*_|]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s\-–:]+|[\s\-–:]+$/gu, '');
}
