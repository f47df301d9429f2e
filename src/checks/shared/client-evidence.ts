import { unlistedMethod } from '../../flow/facts/auth-methods.ts';
import type { Flow } from '../../flow/flow.ts';
import type { TokenRequest } from '../../oauth/kinds/token-request.ts';
import { clientAuthentication } from '../../oauth/values/client-authentication.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { jwtOf } from '../../oauth/values/jwt.ts';
import { clientOf } from '../../oauth/values/token-request-view.ts';
import { describeDifference, describeFault } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { toAttempt } from '../../words/references.ts';
import { span } from '../../words/times.ts';
import type { Evidence } from './evidence.ts';

const METHODS: Readonly<Record<string, string>> = {
  client_secret_basic: 'client_secret_basic (Authorization: Basic)',
  client_secret_post: 'client_secret_post (client_secret in the body)',
};

/** What the recording shows about a refused authentication of the client, the strongest first. */
export function clientEvidence(message: TokenRequest, flow: Flow): Evidence | null {
  return (
    strongClientEvidence(message, flow) ?? unlikeSuccess(message, flow) ?? signedAssertion(message)
  );
}

/** The part of the evidence that names a mistake of the request itself. */
export function strongClientEvidence(message: TokenRequest, flow: Flow): Evidence | null {
  return emptyCredentials(message) ?? faultyCredentials(message) ?? otherMethod(message, flow);
}

function emptyCredentials({ params, basic }: TokenRequest): Evidence | null {
  const empty = ['client_id', 'client_secret', 'client_assertion'].filter(
    (name) => params.get(name) === '',
  );
  const named =
    basic === null
      ? []
      : [basic.id === '' ? 'the client_id' : '', basic.secret === '' ? 'the secret' : ''].filter(
          Boolean,
        );
  // A public client may send an empty secret with its name.
  const onlySecret = [...empty, ...named].every((name) => name.endsWith('secret'));
  if (basic === null && empty.length > 0 && (!onlySecret || !params.get('client_id'))) {
    return emptyWords(`${list(empty)} ${empty.length === 1 ? 'is' : 'are'} empty in the request`);
  }
  if (named.length > 0)
    return emptyWords(
      `In Authorization: Basic, ${list(named)} ${named.length === 1 ? 'is' : 'are'} empty`,
    );
  return null;
}

/** An assertion in which nothing is wrong that can be seen, so that its key is the question. */
function signedAssertion({ params }: TokenRequest): Evidence | null {
  const header = jwtOf(params.get('client_assertion'))?.header ?? null;
  const alg = stringMember(header, 'alg');
  if (alg === null) return null;
  const kid = stringMember(header, 'kid');
  const key = kid === null ? 'names no key (kid)' : `names the key ${quote(kid)} (kid)`;
  return alg.startsWith('HS')
    ? {
        told: `The client assertion is signed with ${alg}, that is with the client secret.`,
        fix: 'Compare the secret that signs the client assertion, and its alg, with the registration of the client.',
      }
    : {
        told: `The client assertion is signed with ${alg} and ${key}; its iss, sub and times are in order, so the signature is the likely reason.`,
        fix: `Register the public key that belongs to the private key of the client${kid === null ? ', and name it by kid' : `, under the kid ${quote(kid)}`}: upload it again, or check that the server can load the jwks_uri of the client; compare alg too.`,
      };
}

function emptyWords(told: string): Evidence {
  return {
    told: `${told}.`,
    fix: 'Set client_id and secret of the client where the application reads them, and send both.',
  };
}

/** Credentials that are a placeholder, or were pasted with quotation marks. */
function faultyCredentials({ params, basic }: TokenRequest): Evidence | null {
  const given: readonly (readonly [string, string | undefined])[] = [
    ['client_id', params.get('client_id') ?? basic?.id],
    ['client_secret', params.get('client_secret') ?? basic?.secret],
  ];
  for (const [name, value] of given) {
    const fault = value ? describeFault(value) : null;
    if (!value || fault === null) continue;
    return {
      told: `${name === 'client_id' ? `client_id is ${quote(value)}` : `Look at ${name}`}: ${fault}.`,
      fix: `Set ${name} to the bare value of the registration.`,
    };
  }
  return null;
}

function otherMethod(message: TokenRequest, flow: Flow): Evidence | null {
  const unlisted = unlistedMethod(message, flow);
  if (unlisted === null) return null;
  const { used, listed } = unlisted;
  return {
    told: `The client authenticated by ${methodWord(used)}; the metadata of the server lists ${list(listed.slice(0, 6))}.`,
    expected: list(listed.slice(0, 6)),
    fix: `Set the client authentication method of the client to ${list(listed.slice(0, 6)).replace(/ and /, ' or ')}.`,
  };
}

function unlikeSuccess(message: TokenRequest, flow: Flow): Evidence | null {
  const success = flow.recording.otherSuccess(flow, 'tokens');
  if (!success?.token) return null;
  const [now, then] = [methodOf(message), methodOf(success.token)];
  const apart = success.startedAt - flow.startedAt;
  const when = `${span(apart)} ${apart < 0 ? 'earlier' : 'later'}`;
  const references = [toAttempt(when, success.token)];
  if (now !== then) {
    return {
      references,
      told: `${when} this client got tokens with ${methodWord(then)}; this request has ${methodWord(now)}.`,
      fix: `Authenticate the client by ${then} again.`,
    };
  }
  const [sent, worked] = [secretOf(message), secretOf(success.token)];
  if (sent === null || worked === null || sent === worked) return null;
  const difference = describeDifference(sent, worked);
  return {
    references,
    told: `${when} this client got tokens with another secret${difference === null ? '' : ` (of the one sent here, ${difference})`}.`,
    fix: 'Use the secret that worked in every instance and environment of the client; after a rotation one of them may still have the old one.',
  };
}

function secretOf({ params, basic }: TokenRequest): string | null {
  return params.get('client_secret') || basic?.secret || null;
}

function methodOf(message: TokenRequest): string {
  const { methods } = clientAuthentication(message);
  return (
    methods[0] ?? (clientOf(message) === null ? 'no client authentication' : 'client_id alone')
  );
}

function methodWord(method: string): string {
  return METHODS[method] ?? method;
}
