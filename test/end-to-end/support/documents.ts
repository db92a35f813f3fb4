import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(__dirname, '../../..');

export interface SampleEvent {
  readonly id: string;
  readonly version: number;
  readonly occurredAt: string;
  readonly title: string;
  readonly text: string;
  readonly [field: string]: unknown;
}

const read = (kind: 'offers' | 'profiles'): readonly SampleEvent[] =>
  readFileSync(join(ROOT, `apps/cli/demo/${kind}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SampleEvent);

/** The fictional documents of the demo. */
export const OFFERS = read('offers');
export const PROFILES = read('profiles');

export const BAKER_OFFER: SampleEvent = {
  id: 'offer-baker',
  version: 1,
  occurredAt: '2026-03-01T08:30:00Z',
  title: 'Boulanger (H/F)',
  text: 'Vos missions :\n- pétrir la pâte et façonner les pains\n- assurer la cuisson\n- accueillir et conseiller les clients en boutique\n\nPermis B exigé.',
  contractType: 'CDI',
  location: { departement: '35' },
};

export const BAKER_PROFILE: SampleEvent = {
  id: 'profile-baker',
  version: 1,
  occurredAt: '2026-03-01T09:00:00Z',
  title: 'Boulangère',
  text: 'Cinq ans en fournil : pétrissage, façonnage et cuisson des pains et viennoiseries. Vente en boutique le week-end.',
  contractTypes: ['CDI', 'CDD'],
  location: { departement: '35' },
  mobility: { departements: ['35', '22'] },
};

export const newer = (event: SampleEvent, changes: Partial<SampleEvent> = {}): SampleEvent => ({
  ...event,
  version: event.version + 1,
  ...changes,
});
