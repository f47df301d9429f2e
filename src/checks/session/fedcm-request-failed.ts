import { corsCheck } from '../../http/cors.ts';
import { originOf } from '../../http/cors-request.ts';
import { headerValue } from '../../http/headers.ts';
import { isError, isRedirect, statusWords } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import type { FedcmRequest } from '../../oauth/kinds/fedcm-request.ts';
import { parseJsonObject } from '../../oauth/values/json.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, header, member, type Observation, STATUS } from '../check.ts';

/** What people call the step. */
const STEPS: Readonly<Record<FedcmRequest['step'], string>> = {
  'well-known': '/.well-known/web-identity',
  config: 'the configuration',
  accounts: 'the accounts endpoint',
  'client-metadata': 'the client metadata endpoint',
  assertion: 'the ID assertion endpoint',
  disconnect: 'the disconnect endpoint',
};

export default defineCheck({
  title: 'The browser’s own sign-in dialog (FedCM) stops at the server',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The browser asks the server by itself and follows no redirect. The page only learns that the sign-in failed.',
  fix: 'Answer this request with 200 and JSON of type application/json, without a redirect.',
  specs: [
    {
      label: 'Federated Credential Management API, identity provider HTTP API',
      url: 'https://www.w3.org/TR/fedcm/#idp-api',
    },
  ],
  subject: 'fedcm-request',
  *check(message) {
    // Browsers go on without the client metadata.
    if (message.step === 'client-metadata') return;
    const fault = faultOf(message);
    if (fault) yield fault;
  },
});

function faultOf(message: FedcmRequest): Observation | null {
  const { exchange, step, error } = message;
  const { response } = exchange;
  if (!response) return null;
  const who = STEPS[step];
  // It is how a server says that nobody is signed in.
  if (step === 'accounts' && response.status === 401) return null;
  if (error !== null) {
    return {
      at: member('error'),
      observed: `${who} answered ${statusWords(response)} with the error ${quote(error, 80)}.`,
      basis: 'reported',
      fix: 'Look up the error in the logs of the server at this moment.',
    };
  }
  if (isError(response))
    return { at: STATUS, observed: `${who} answered ${statusWords(response)}.` };
  if (isRedirect(response)) {
    return { at: STATUS, observed: `${who} answered ${statusWords(response)}, a redirect.` };
  }
  const type = headerValue(response.headers, 'content-type');
  if (type !== null && !/\bjson\b/i.test(type)) {
    return {
      at: header('Content-Type'),
      observed: `${who} answered with Content-Type ${quote(type, 60)}.`,
      expected: 'application/json',
    };
  }
  return step === 'assertion' ? (withheld(message) ?? withoutToken(message)) : null;
}

/** The assertion endpoint must allow the page by CORS, with credentials. */
function withheld({ exchange }: FedcmRequest): Observation | null {
  const { response } = exchange;
  const origin = originOf(exchange);
  if (!response || origin === null) return null;
  const { headers, headersComplete } = response;
  const result = corsCheck({ origin, credentials: true, headers, headersComplete });
  if (result.ok !== false) return null;
  const isOrigin = result.reason !== 'acac-missing';
  return {
    at: header(isOrigin ? 'Access-Control-Allow-Origin' : 'Access-Control-Allow-Credentials'),
    observed: `The ID assertion endpoint does not allow the page of ${origin} to read its answer.`,
    expected: result.expected,
    fix: `Answer with Access-Control-Allow-Origin: ${origin} and Access-Control-Allow-Credentials: true.`,
  };
}

function withoutToken({ exchange, token }: FedcmRequest): Observation | null {
  const json = parseJsonObject(responseText(exchange) ?? '');
  if (!json || token !== null || 'continue_on' in json) return null;
  return {
    at: member('token'),
    observed: 'The ID assertion endpoint answered without a token.',
    fix: 'Put the token into the member token of the answer.',
  };
}
