/** What a title carries besides the post: gender mark, contract, reference, pay, place in parentheses; folded. */
const TITLE_NOISE =
  /\(? ?\b[hfm] ?[/-] ?[hfm](?: ?[/-] ?[xnd])?\b ?\)?|\b(?:cdi|cdd|interim|alternance|stage|vrp|mi-temps|temps (?:plein|partiel)|urgent|freelance)\b|\b(?:ref(?:erence)?\.? ?:? ?)?[a-z]{1,4}\d{3,}\b|\bsalaire\b.*$|\b\d{2,3} ?(?:k|000)? ?(?:€|euros?)\b.*$|\(\d{2,5}\)|\bcandidature (?:au poste|pour le poste)? ?(?:de|d')?|\brecherche\b/g;

/** The folded title with its noise blanked out, of the same length. */
export function blankTitleNoise(low: string): string {
  return low.replace(TITLE_NOISE, (noise) => '|'.repeat(noise.length));
}
