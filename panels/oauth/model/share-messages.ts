import type { Exchange } from '../../../src/http/exchange.ts';
import type { Recording } from '../../../src/http/recording.ts';
import type { ShareTask } from './share-tasks.ts';

/** What the panel says to the worker. The exchanges come in pieces. */
export type ToWorker =
  | { readonly type: 'exchanges'; readonly exchanges: readonly Exchange[] }
  | { readonly type: 'recording'; readonly rest: Omit<Recording, 'exchanges'> }
  | { readonly type: 'formats'; readonly id: number }
  | { readonly type: 'raw'; readonly id: number }
  | { readonly type: 'run'; readonly id: number; readonly task: ShareTask }
  | { readonly type: 'cancel'; readonly id: number };

/** What the worker says to the panel. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'progress'; readonly id: number; readonly done: number }
  | { readonly type: 'result'; readonly id: number; readonly result: unknown }
  | { readonly type: 'error'; readonly id: number; readonly reason: string };
