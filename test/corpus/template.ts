import type { Exchange } from '../../src/http/exchange.ts';
import type { Random } from './random.ts';

/** Who is visited: the same few sites again and again, as in a real recording. */
export interface Site {
  readonly app: string;
  readonly api: string;
  readonly idp: string;
}

/** Traffic of one kind that is no OAuth, though it may use its words. Starts `at` seconds. */
type Template = (at: number, random: Random, site: Site) => readonly Exchange[];

/** Templates by name; the name says what the traffic is. */
export type Templates = Readonly<Record<string, Template>>;
