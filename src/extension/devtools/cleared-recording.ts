import type { Exchange, Gap, Navigation } from '../../http/exchange.ts';

/** What was cleared, for as long as it can come back. */
export interface ClearedRecording {
  readonly exchanges: Exchange[];
  readonly navigations: readonly Navigation[];
  readonly gaps: readonly Gap[];
  readonly epoch: number;
  readonly at: number;
}
