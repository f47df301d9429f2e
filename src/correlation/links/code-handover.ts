import { s256 } from '../../http/digest.ts';
import { viewExchange } from '../../oauth/exchange-view.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { key } from '../keys.ts';
import { type LinksOf, named } from '../links.ts';
import { byEarlierValue, byValue } from '../seeks.ts';
import { ofKind } from '../seeks-back-channel.ts';

/** Names that back ends give the token of their own session, or the one that they pass on. */
const TOKENS = ['access_token', 'accessToken', 'token', 'jwt', 'id_token', 'idToken'];

/** Joins of a handover: by the code, else by the verifier or the state of the request. */
const links: LinksOf<'code-handover'> = ({ exchange, codes, params }) => {
  const { responseJson } = viewExchange(exchange);
  const verifier = params.get('code_verifier') ?? params.get('codeVerifier');
  const state = params.get('state');
  const isRequest = ofKind('authorization-request');
  return {
    provides: [
      ...codes.map(key.usedCode),
      ...TOKENS.map((name) => named(key.token, stringMember(responseJson, name))),
      key.endpoint(exchange.request.url),
    ],
    seeks: [
      ...codes.map((code) => byValue(key.code(code))),
      verifier ? byEarlierValue(key.challenge(s256(verifier)), isRequest) : null,
      state ? byEarlierValue(key.asked(state), isRequest) : null,
    ],
    rootable: false,
  };
};

export default links;
