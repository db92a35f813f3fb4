/** A number as it is written in French. */
export function decimal(value: number, digits: number): string {
  return value.toFixed(digits).replace('.', ',');
}
