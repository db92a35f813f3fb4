import { styleText } from 'node:util';

export type Format = Parameters<typeof styleText>[0];

/** Puts a format on a text, or leaves it plain. */
export interface Style {
  readonly coloured: boolean;
  (format: Format, text: string): string;
}

/** Colours where a person looks, plain text in pipes; `NO_COLOR` and `FORCE_COLOR` are heeded. */
export function styleOf(
  stream: { readonly isTTY?: boolean } = process.stdout,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Style {
  const { NO_COLOR = '', FORCE_COLOR = '' } = environment;
  const forced = FORCE_COLOR !== '' && FORCE_COLOR !== '0';
  const coloured = NO_COLOR === '' && (forced || stream.isTTY === true);
  const style = (format: Format, text: string): string =>
    coloured && text !== '' ? styleText(format, text, { validateStream: false }) : text;
  return Object.assign(style, { coloured });
}
