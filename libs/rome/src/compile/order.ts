/** Orders that depend on nothing but the text, so that the compiled bytes are the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** OGR codes are whole numbers without leading zeros. */
export function byOgrCode(a: string, b: string): number {
  return a.length - b.length || byText(a, b);
}
