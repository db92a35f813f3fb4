import { FailedError } from '../failed-error';
import { settings } from '../locations';
import { UsageError } from '../usage-error';

export type Kind = 'offer' | 'profile';

/** What the service says of one line of a batch, or of the whole. */
export type BatchOutcome =
  | { readonly line: number; readonly status: 'accepted'; readonly id: string; readonly version: number }
  | { readonly line: number; readonly status: 'rejected'; readonly errors: readonly FieldError[] }
  | { readonly status: 'done'; readonly accepted: number; readonly rejected: number }
  | { readonly status: 'failed'; readonly detail: string };

export interface FieldError {
  readonly field: string;
  readonly reason: string;
}

/** Speaks to a running service. The key of the caller is the first of `PASSERELLE_API_KEYS`. */
export class ServiceClient {
  private readonly url: string;

  /** @param url where it listens; by default where the settings say that it does */
  constructor(url?: string) {
    const { host, port } = settings();
    const given = url ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    if (!URL.canParse(given) || !/^https?:$/u.test(new URL(given).protocol)) {
      throw new UsageError(`--url ${given}: expected an address such as http://127.0.0.1:3300`);
    }
    this.url = given.replace(/\/+$/u, '');
  }

  /** @throws UsageError for what the service does not know, FailedError for anything else that is not an answer */
  async get<Body>(path: string): Promise<Body> {
    const response = await this.request(path, { method: 'GET' });
    return (await response.json()) as Body;
  }

  /** Appends events; the outcomes come in the order of the lines. */
  async batch(kind: Kind, format: string, lines: readonly string[]): Promise<readonly BatchOutcome[]> {
    const query = kind === 'offer' ? `?format=${format}` : '';
    const response = await this.request(`/v1/batches/${kind}s${query}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: lines.join('\n'),
    });
    const text = await response.text();
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as BatchOutcome);
  }

  private async request(path: string, init: RequestInit): Promise<Response> {
    const [key] = settings().apiKeys;
    const headers = new Headers(init.headers);
    if (key !== undefined) headers.set('authorization', `Bearer ${key}`);
    const response = await fetch(this.url + path, { ...init, headers }).catch((error: unknown) => {
      throw new FailedError(`${this.url}: ${reasonOf(error)}; is the service running (passerelle serve)?`);
    });
    if (response.ok) return response;
    const { detail = response.statusText } = (await response.json().catch(() => ({}))) as { detail?: string };
    if (response.status === 404) throw new UsageError(detail);
    if (response.status === 401) throw new UsageError(`${this.url} asks for a key: set PASSERELLE_API_KEYS to it`);
    throw new FailedError(`${this.url}${path}: ${response.status} ${detail}`);
  }
}

function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? String(error);
}
