import type { Exchange } from '../../../src/http/exchange.ts';

/** One invented recording: what happened, and its traffic. Each is one file in `stories`. */
export interface DemoStory {
  readonly title: string;
  /** What the user of the application sees, in one sentence. */
  readonly tells: string;
  /** Stories are listed by it, the lowest first. */
  readonly order: number;
  /** The tour goes through this story. */
  readonly forTour?: true;
  /** The exchanges, the last of them not long before `now`. */
  readonly record: (now: number) => Promise<readonly Exchange[]>;
}
