import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { spa } from './clients.ts';
import { type LoginSketch, requestUrl } from './sketch.ts';

/** URL of the authorization request with these parameters. */
export const asked = (request: LoginSketch['request']) =>
  requestUrl({ ...spa, request: { ...request } });

/** The responses of the first flow, in short. */
export function responsesOf(exchanges: readonly Exchange[]) {
  const [analysed] = snapshotOf(exchanges).flows;
  return analysed?.flow.responses.map(({ mode, jarm, params, delivered, issuedBy }) => ({
    mode,
    jarm,
    code: params.get('code') ?? null,
    state: params.get('state') ?? null,
    delivered,
    issued: issuedBy !== null,
  }));
}
