import { askedLevel } from '../../flow/facts/asked-level.ts';
import { idTokenJwt } from '../../flow/facts/id-token.ts';
import { isOfLogin } from '../../flow/facts/login-tokens.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, oidc } from '../check.ts';

export default defineCheck({
  title: 'The login did not reach the level that was asked for',
  severity: 'info',
  owner: 'authorization server',
  basis: 'computed',
  token: 'id_token',
  why: 'acr_values is a wish, and the server may answer with less. Where acr is asked for as an essential claim, it must reach one of the values or fail.',
  fix: 'Map the values of acr at the server; where the application needs one, ask for acr as an essential claim and compare it.',
  specs: [oidc('5.5.1.1'), oidc('3.1.2.1')],
  subject: ['token-request', 'authorization-response'],
  *check(message, flow) {
    const claims = isOfLogin(message) ? idTokenJwt(message)?.claims : undefined;
    const asked = claims ? askedLevel(flow) : null;
    if (!claims || !asked) return;
    const acr = stringMember(claims, 'acr');
    if (acr !== null && asked.values.includes(acr)) return;
    const has = acr === null ? 'no acr' : `acr ${quote(acr, 80)}`;
    const names = list(asked.values.slice(0, 5).map((one) => quote(one, 80)));
    yield {
      at: claim('acr'),
      observed: `The request asked for ${names}${asked.essential ? ' as an essential claim' : ''}, the ID token has ${has}.`,
      expected: names,
      ...(asked.essential
        ? {
            severity: 'error',
            effect: 'client-rejects',
            fix: 'Have the server refuse a login that does not reach the level, and map the values of acr there; the client must not go on with this token.',
          }
        : {}),
    };
  },
});
