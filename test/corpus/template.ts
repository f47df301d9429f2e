import type { Exchange } from '../../src/http/exchange.ts';
import type { Random } from './random.ts';

/** A site that is visited. There are few, and each is visited many times, as in a real recording. */
export interface Site {
  readonly app: string;
  readonly api: string;
  readonly idp: string;
}

/** Traffic of one kind without OAuth, which may use words of OAuth. It starts after `at` seconds. */
type Template = (at: number, random: Random, site: Site) => readonly Exchange[];

/** Templates by name; the name says what the traffic is. */
export type Templates = Readonly<Record<string, Template>>;
