import type { MessageOf } from '../../../oauth/message.ts';
import type { ScriptRun } from '../script-run.ts';
import { defineStep } from '../script-step.ts';

type TokenRequest = MessageOf<'token-request'>;

const POLLED: Readonly<Record<string, string>> = {
  'urn:ietf:params:oauth:grant-type:device_code': 'device_code',
  'urn:openid:params:grant-type:ciba': 'auth_req_id',
};

/** Sends the values of this run. Polling is one loop, in the place of its first request. */
export default defineStep<'token-request'>((run, message) => {
  const { exchange } = message;
  const { code, login } = run;
  const named = (name: string) => {
    if (name === 'code') return code;
    return name === 'code_verifier' ? (login?.verifier ?? null) : null;
  };
  const polls = pollsLike(run, message);
  if (polls === null) {
    return run.request(exchange, `send ${exchange.response?.status ?? 0}`, {
      named,
      required: ['access_token'],
    });
  }
  if (polls[0] !== message) return ['# A poll of the loop above.'];
  const last = polls.at(-1) ?? message;
  return run.request(exchange, 'poll', { answered: last.exchange, required: ['access_token'] });
});

/** The requests that ask for the same answer of the user; null when this one does not poll. */
function pollsLike(run: ScriptRun, { grantType, params }: TokenRequest): TokenRequest[] | null {
  const name = POLLED[grantType ?? ''];
  const value = name === undefined ? undefined : params.get(name);
  if (name === undefined || value === undefined) return null;
  return run.messages.filter(
    (one): one is TokenRequest => one.kind === 'token-request' && one.params.get(name) === value,
  );
}
