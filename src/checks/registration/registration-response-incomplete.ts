import { wentOn } from '../../flow/facts/discovery.ts';
import { isOk } from '../../http/status.ts';
import { responseText } from '../../oauth/exchange-view.ts';
import { parseJsonObject, stringMember } from '../../oauth/values/json.ts';
import { cannotTell, defineCheck, member, rfc, STATUS } from '../check.ts';

export default defineCheck({
  title: 'The answer to the registration lacks a required member',
  severity: 'error',
  owner: 'authorization server',
  basis: 'observed',
  effect: 'client-rejects',
  why: 'Strict clients throw such a registration away and go no further, with or without a message. Lenient ones never notice.',
  fix: 'Answer client_id and, with a client_secret, client_secret_expires_at; 0 means that the secret does not expire.',
  specs: [rfc(7591, '3.2.1')],
  aliases: ['registration-status-not-201'],
  subject: 'registration-request',
  *check(message, flow) {
    const { exchange, operation } = message;
    if (operation !== 'create' || !exchange.response || !isOk(exchange.response)) return;
    const text = responseText(exchange);
    if (text === null) {
      yield cannotTell('The answer to the registration was not recorded.');
      return;
    }
    const json = parseJsonObject(text);
    if (!json) return;
    const isEndless = Object.hasOwn(json, 'client_secret_expires_at');
    const missing =
      stringMember(json, 'client_id') === null
        ? 'client_id'
        : stringMember(json, 'client_secret') !== null && !isEndless
          ? 'client_secret_expires_at'
          : null;
    if (missing === null) {
      // RFC 7591 section 3.2.1 asks for 201, and a client that goes on does not mind.
      if (exchange.response.status === 201 || wentOn(flow, message)) return;
      yield {
        at: STATUS,
        title: 'The registration succeeded with a status other than 201',
        observed: `The answer to the registration is complete and has the status ${exchange.response.status}.`,
        expected: '201',
        fix: 'Answer a successful registration with 201.',
        severity: 'info',
        effect: null,
      };
      return;
    }
    const secret = missing === 'client_id' ? '' : ' beside client_secret';
    yield {
      at: member(missing),
      observed: `The answer ${exchange.response.status} to the registration has no ${missing}${secret}.`,
      expected:
        missing === 'client_id' ? 'A client_id' : 'A time in seconds, or 0 when it does not expire',
      fix:
        missing === 'client_id'
          ? 'Answer a registration with the client_id of the new client.'
          : 'Answer client_secret_expires_at with every client_secret; 0 means that it does not expire.',
      ...(wentOn(flow, message) ? { severity: 'info' as const } : { certainty: 'likely' as const }),
    };
  },
});
