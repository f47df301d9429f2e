import type { Exchange } from '../../src/http/exchange.ts';
import { snapshotOf } from '../helpers/analyse.ts';
import { AS, spa } from './clients.ts';
import { idToken, login, valuesOf } from './sketch.ts';

/** Session id of the login. */
export const SID = '08a5019c-17e1-4977-8f42-65a12843ea02';

/** ID token of the login. */
export const hint = idToken(4.8, {
  iss: AS,
  aud: valuesOf(spa).client,
  nonce: valuesOf(spa).nonce,
  sid: SID,
});

/** A login of the application. */
export const loggedIn = (): Exchange[] => login({ ...spa, tokens: { id_token: hint } });

/** Each flow in short: its outcome, its parent and relation, its kinds. */
export function sessionFlows(exchanges: readonly Exchange[]) {
  const { flows } = snapshotOf(exchanges);
  return flows.map(({ flow, outcome, findings }) => ({
    grant: flow.grant,
    outcome,
    relation: flow.relation,
    parent: flow.parent === null ? null : flows.findIndex((one) => one.flow.id === flow.parent),
    kinds: flow.messages.map(({ kind }) => kind).join(' '),
    held: findings.filter(({ severity }) => severity !== 'info').map(({ check }) => check),
  }));
}
