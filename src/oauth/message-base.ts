import type { Exchange } from '../http/exchange.ts';
import type { Params } from './values/params.ts';

/** What every message has, whatever its kind. */
export interface MessageBase {
  readonly exchange: Exchange;
  readonly params: Params;
  /** The CORS preflight that went before this request, when one was seen. */
  readonly preflight: Exchange | null;
}
