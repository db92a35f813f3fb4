import { readJsonLines } from '../json-lines';
import { UsageError } from '../usage-error';

/** A text to read, as the measuring commands take it; anything else on the line is ignored. */
export interface TextDocument {
  readonly id: string;
  readonly kind: 'offer' | 'profile';
  readonly title: string;
  readonly text: string;
}

/** A text and the spans to link in it. */
interface SpanDocument extends TextDocument {
  readonly spans: readonly string[];
}

/** @throws UsageError naming file, line and field */
export async function readTextDocuments(file: string): Promise<TextDocument[]> {
  const documents: TextDocument[] = [];
  for await (const { line, value } of readJsonLines(file)) documents.push(textDocument(value, `${file}:${line}`));
  return documents;
}

/** @throws UsageError naming file, line and field */
export async function readSpanDocuments(file: string): Promise<SpanDocument[]> {
  const documents: SpanDocument[] = [];
  for await (const { line, value } of readJsonLines(file)) {
    const where = `${file}:${line}`;
    const { mentions } = value;
    if (!Array.isArray(mentions)) throw new UsageError(`${where}: mentions: expected a list of {span}`);
    const spans = mentions.map((mention: unknown, index) => {
      const span = typeof mention === 'object' && mention !== null ? (mention as { span?: unknown }).span : undefined;
      if (typeof span !== 'string') throw new UsageError(`${where}: mentions[${index}].span: expected a text`);
      return span;
    });
    documents.push({ ...textDocument(value, where), spans: [...new Set(spans)] });
  }
  return documents;
}

function textDocument(value: Record<string, unknown>, where: string): TextDocument {
  const { id, kind, title, text } = value;
  if (typeof id !== 'string' && typeof id !== 'number') throw new UsageError(`${where}: id: expected a text`);
  if (kind !== 'offer' && kind !== 'profile') throw new UsageError(`${where}: kind: expected offer or profile`);
  if (typeof text !== 'string') throw new UsageError(`${where}: text: expected a text`);
  return { id: String(id), kind, title: typeof title === 'string' ? title : '', text };
}
