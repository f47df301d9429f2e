import { readAuthorizationDetails } from '../../oauth/values/authorization-details.ts';
import { jsonText } from '../../oauth/values/json.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, member, rfc } from '../check.ts';

export default defineCheck({
  title: 'Not all of the authorization details that were asked for are granted',
  severity: 'info',
  owner: 'authorization server',
  basis: 'computed',
  why: 'The user or a policy granted less, and the server says so in its answer. Calls that need the rest will be refused.',
  fix: 'Look at authorization_details of the answer before the token is used, and ask again for what is missing.',
  specs: [rfc(9396, '7')],
  explains: ['api-403-insufficient-scope'],
  subject: 'token-request',
  *check({ grant, params, response }, { request }) {
    const { json, outcome } = response;
    const given = json?.authorization_details;
    if (outcome !== 'tokens' || !Array.isArray(given)) return;
    const asked =
      params.get('authorization_details') ??
      (grant === 'authorization_code' ? request?.effective('authorization_details') : undefined);
    const wanted = asked ? readAuthorizationDetails(asked) : null;
    const granted = readAuthorizationDetails(jsonText(given));
    if (!wanted || !granted) return;
    const types = new Set(granted.map(({ type }) => type));
    const missing = [...new Set(wanted.flatMap(({ type }) => type ?? []))].filter(
      (type) => !types.has(type),
    );
    if (missing.length === 0) return;
    yield {
      at: member('authorization_details'),
      observed: `Asked for, but not granted: ${list(missing.slice(0, 10).map((type) => quote(type, 80)))}.`,
      expected: list([...new Set(wanted.flatMap(({ type }) => type ?? []))].slice(0, 10)),
    };
  },
});
