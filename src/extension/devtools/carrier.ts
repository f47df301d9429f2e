import type { RehearsalEnd } from '../../http/rehearsal-note.ts';
import type { ToldHit } from '../wire/page-answer.ts';

/** Carries one fault out from its creation on, until it is stopped. */
export interface Carrier {
  /** The inspected page has loaded this URL. */
  navigated(url: string): void;
  stop(): void;
}

/** What a carrier tells the rehearser. */
export interface CarrierNews {
  /** Whether the fault can be met now, how many calls are held back, and what met it since. */
  told(here: boolean, held: number, hits: readonly ToldHit[]): void;
  over(why: RehearsalEnd): void;
}
