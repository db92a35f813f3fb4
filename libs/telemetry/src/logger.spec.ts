import { createLogger, type LogFields, type LogLevel } from './logger';

function recorder(level: LogLevel = 'debug') {
  const lines: string[] = [];
  const logger = createLogger({ level, service: 'matcher', destination: { write: (line) => void lines.push(line) } });
  return { logger, lines, last: () => JSON.parse(lines.at(-1) ?? 'null') as Record<string, unknown> };
}

describe('createLogger', () => {
  it('writes one JSON object per line', () => {
    const { logger, last, lines } = recorder();
    logger.info('event handled', { kind: 'offer', id: 'o-1', version: 3, durationMs: 12, outcome: 'applied' });
    expect(last()).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/) as string,
      service: 'matcher',
      msg: 'event handled',
      ...{ kind: 'offer', id: 'o-1', version: 3, durationMs: 12, outcome: 'applied' },
    });
    expect(lines[0]).toMatch(/\n$/);
  });

  it.each<[LogLevel, string[]]>([
    ['debug', ['debug', 'info', 'warn', 'error']],
    ['warn', ['warn', 'error']],
    ['silent', []],
  ])('at level %s writes %j', (level, expected) => {
    const { logger, lines } = recorder(level);
    logger.debug('a line');
    logger.info('a line');
    logger.warn('a line');
    logger.error('a line');
    expect(lines.map((line) => (JSON.parse(line) as { level: string }).level)).toEqual(expected);
  });

  it('leaves out every field that it does not know, at run time too', () => {
    const { logger, last, lines } = recorder();
    const smuggled = { id: 'p-1', text: 'Je suis Jeanne', title: 'Jeanne', source: { text: 'Jeanne' } };
    logger.info('event handled', smuggled);
    expect(last()).toMatchObject({ id: 'p-1' });
    expect(lines.join('')).not.toContain('Jeanne');
  });

  it.each(['Jeanne Martin, 06', 'x'.repeat(129), 'ligne\nforgée', 'é'])('withholds %j given as an identifier', (id) => {
    const { logger, last } = recorder();
    logger.info('event handled', { id });
    expect(last().id).toBe('[withheld]');
  });

  it('leaves out values of a wrong type', () => {
    const { logger, last } = recorder();
    logger.info('event handled', { id: { text: 'Jeanne' }, count: 'Jeanne', fields: 'Jeanne' } as unknown as LogFields);
    expect(last()).not.toHaveProperty('id');
    expect(last()).not.toHaveProperty('count');
    expect(last()).not.toHaveProperty('fields');
  });

  it('names wrong fields, twenty at most', () => {
    const { logger, last } = recorder();
    logger.warn('event refused', { fields: ['languages[0].level', ...Array.from({ length: 30 }, () => 'id')] });
    expect(last().fields).toHaveLength(20);
    expect((last().fields as string[])[0]).toBe('languages[0].level');
  });

  it('describes an error by name, short message, code and place, without what it carries', () => {
    const { logger, last, lines } = recorder();
    const error = Object.assign(new RangeError('long '.repeat(100)), { code: 'ERR_X', document: 'Jeanne' });
    logger.error('delivery failed', { error });
    const written = last().error as { name: string; message: string; code: string; at: string[] };
    expect(written).toMatchObject({ name: 'RangeError', code: 'ERR_X' });
    expect(written.message).toHaveLength(300);
    expect(written.at[0]).toContain('logger.spec');
    expect(written.at.length).toBeLessThanOrEqual(10);
    expect(lines.join('')).not.toContain('Jeanne');
  });

  it('does not write a thrown text', () => {
    const { logger, last } = recorder();
    logger.error('delivery failed', { error: 'Jeanne' });
    expect(last().error).toEqual({ name: 'string' });
  });

  it('repeats the fields of a logger made with some', () => {
    const { logger, last } = recorder();
    logger.with({ requestId: 'r-1' }).with({ route: '/v1/offers/:id' }).info('request done', { status: 200 });
    expect(last()).toMatchObject({ requestId: 'r-1', route: '/v1/offers/:id', status: 200 });
  });

  it('takes what a framework says, cut short', () => {
    const { logger, last } = recorder();
    logger.framework('info', 'RouterExplorer', `Mapped ${'x'.repeat(500)}`);
    expect(last()).toMatchObject({ level: 'info', component: 'RouterExplorer' });
    expect(last().msg).toHaveLength(300);
  });

  it('refuses a message made at run time (checked by the compiler)', () => {
    const { logger, last } = recorder();
    const text: string = ['a', 'text'].join(' ');
    // @ts-expect-error -- a message is a constant
    logger.info(text);
    expect(last().msg).toBe('a text');
  });
});
