import { isSameIssuer } from '../../flow/facts/issuer.ts';
import { isRenewed } from '../../flow/facts/renewal.ts';
import { refusedJwt, wordsAboutToken } from '../../flow/facts/token-refusal.ts';
import { isIdToken, issuedBy, succeededLater } from '../../flow/facts/token-use.ts';
import type { Flow } from '../../flow/flow.ts';
import { withoutQuery } from '../../http/url.ts';
import type { ApiCall } from '../../oauth/kinds/api-call.ts';
import { stringMember } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, type Observation, rfc } from '../check.ts';
import { apiAnswer } from '../shared/api-answer.ts';
import { settingHint } from '../shared/provider-words.ts';
import { refusedValue } from '../shared/refused-value.ts';

export default defineCheck({
  title: 'The API does not accept the issuer of the token',
  severity: 'error',
  owner: 'resource server',
  basis: 'reported',
  token: 'access_token',
  effect: 'request-fails',
  why: 'An API compares iss of the token with the issuer that it is configured for, character by character, and takes the keys from there.',
  fix: 'Configure the API with the issuer that stands in iss of the token.',
  specs: [rfc(9068, '4'), rfc(6750, '3.1')],
  explains: ['api-401-invalid-token'],
  subject: 'api-call',
  *check(message, flow) {
    const refused = refusedJwt(message);
    if (!refused || isIdToken(flow, refused.jwt.compact)) return;
    const iss = stringMember(refused.jwt.claims, 'iss');
    const told =
      refused.fault === 'issuer'
        ? saidByApi(message, iss)
        : refused.fault === null && iss !== null
          ? byMetadata(message, iss, flow)
          : null;
    if (!told) return;
    const { observed, ...more } = told;
    const hint = settingHint(flow, 'token-issuer');
    const fix =
      more.fix ??
      (iss === null ? NO_ISSUER.fix : `Configure the API with the issuer ${quote(iss)}.`);
    yield {
      at: claim('iss'),
      observed: `${apiAnswer(message.exchange)} ${observed}`,
      ...(iss === null ? NO_ISSUER : {}),
      ...more,
      fix: `${fix}${hint}`,
      ...(succeededLater(flow, message) || isRenewed(flow, message) ? { severity: 'info' } : {}),
    };
  },
});

const NO_ISSUER = {
  owner: 'authorization server',
  fix: 'Have the server put its issuer into iss of access tokens, or let the API do without.',
} as const;

function saidByApi({ exchange }: ApiCall, iss: string | null): Observation {
  const { told, wanted } = refusedValue(
    'iss',
    iss === null ? [] : [iss],
    wordsAboutToken(exchange),
  );
  if (wanted === null || iss === null) return { observed: `${told}.` };
  return {
    observed: `${told}.`,
    expected: `iss ${quote(wanted)}`,
    fix: `Configure the API with the issuer ${quote(iss)}, or get the token from ${quote(wanted)} if the API belongs to that server.`,
  };
}

/** The server that issued the token has another name in its metadata, where APIs look for keys. */
function byMetadata({ token }: ApiCall, iss: string, flow: Flow): Observation | null {
  const metadata = flow.metadata?.metadata ?? null;
  const issuer = stringMember(metadata, 'issuer');
  const issue = token === null ? null : issuedBy(flow, token);
  const endpoint = stringMember(metadata, 'token_endpoint');
  if (!issue || issuer === null || endpoint !== withoutQuery(issue.exchange.request.url)) {
    return null;
  }
  if (isSameIssuer(issuer, iss)) return null;
  return {
    observed: `The token has iss ${quote(iss)}, but the server that issued it calls itself ${quote(issuer)} in its metadata.`,
    expected: `iss ${quote(issuer)}`,
    basis: 'computed',
    certainty: 'likely',
    fix: `Configure the API with the issuer ${quote(iss)} and the keys of that issuer, or have the server issue tokens with ${quote(issuer)}.`,
  };
}
