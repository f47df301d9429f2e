import type { Exchange } from '../../src/http/exchange.ts';

/** A recording that grows in one direction only. */
export interface Shape {
  /** What there are `count` of. */
  readonly what: string;
  readonly count: number;
  make(count: number): Exchange[];
}

/** Shapes by the name that chooses one. */
export type Shapes = Readonly<Record<string, Shape>>;
