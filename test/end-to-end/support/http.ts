export interface Answer<T = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly type: string;
  readonly text: string;
  readonly json: T;
}

export interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls the service; a body that is no text is sent as JSON. */
export async function call<T = unknown>(
  url: string,
  { method = 'GET', body, headers = {} }: Call = {},
): Promise<Answer<T>> {
  const isText = typeof body === 'string';
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined || isText ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const json = (/json(;|$)/.test(type) && !type.includes('ndjson') && text !== '' ? JSON.parse(text) : undefined) as T;
  return { status: response.status, headers: response.headers, type, text, json };
}

export const put = (url: string, body: unknown): Promise<Answer> => call(url, { method: 'PUT', body });

export const ndjson = (url: string, lines: readonly unknown[]): Promise<Answer> =>
  call(url, {
    method: 'POST',
    body: lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'),
    headers: { 'content-type': 'application/x-ndjson' },
  });

export const linesOf = (text: string): readonly Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
