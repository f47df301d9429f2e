import { expect, it } from 'vitest';
import { proofRefusal } from '../../../src/flow/facts/dpop-refusal.ts';
import { exchange } from '../../helpers/exchanges.ts';
import { snapshotOf } from '../../hostile/recordings.ts';

/** What is known of the refusal of a token request with a proof, by the words of the server. */
function refusalFor(description: string) {
  const { flows } = snapshotOf([
    exchange(0, {
      url: 'https://as.example.com/token',
      method: 'POST',
      headers: { dpop: 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln' },
      body: 'grant_type=authorization_code&code=c0De-4kZ8wQ41&client_id=app',
      status: 400,
      answerBody: { error: 'invalid_grant', error_description: description },
    }),
  ]);
  const message = flows[0]?.flow.messages[0];
  return message?.kind === 'token-request' ? proofRefusal(message) : undefined;
}

it.each(['the htu does not match', 'Invalid "jkt"', 'DPoP-bound code', 'wrong thumbprint'])(
  'the server names the proof: %s',
  (description) => {
    expect(refusalFor(description)?.isNamed).toBe(true);
  },
);

it.each(['no grant for 4kZ8-ath-wQ41', "unknown code 'jti-9xQ2'", 'the code is too old'])(
  'the server names something else: %s',
  (description) => {
    expect(refusalFor(description)).toBeNull();
  },
);
