import { type IdTokenBearer, idTokenJwt } from '../../flow/facts/id-token.ts';
import { wordsOf } from '../../flow/facts/page-text.ts';
import { saidIn } from '../../flow/facts/said.ts';
import type { Flow } from '../../flow/flow.ts';
import { isError, statusWords } from '../../http/status.ts';
import { userinfoAnswer } from '../../oauth/documents/userinfo-answer.ts';
import type { Message } from '../../oauth/message.ts';
import { quote } from '../../words/quote.ts';
import { claim, defineCheck, oidc } from '../check.ts';
import { UNVERIFIED_EMAIL } from '../shared/said-reason.ts';

export default defineCheck({
  title: 'The e-mail address is not verified, and the application wants it to be',
  severity: 'info',
  owner: 'user',
  basis: 'reported',
  token: 'id_token',
  why: 'The server says in email_verified whether it has checked the address. Applications that find accounts by their address must not trust one that is not.',
  fix: 'Verify the e-mail address of the account at the authorization server, then log in again.',
  specs: [oidc('5.1'), oidc('5.7')],
  subject: 'flow',
  *check(flow) {
    const message = flow.messages.findIndex(isUnverified);
    if (message < 0) return;
    const refusal = flow.messages.slice(message).find((one) => saidBy(one) !== null);
    const { response } = refusal?.exchange ?? {};
    if (!refusal || !response) return;
    yield {
      at: claim('email_verified'),
      message,
      observed: `email_verified is false, and the application answered ${statusWords(response)}: ${quote(saidBy(refusal) ?? '', 200)}.`,
      expected: 'email_verified: true',
    };
  },
});

function isUnverified(message: Message): boolean {
  if (message.kind === 'userinfo-request') {
    return userinfoAnswer(message.exchange).claims?.email_verified === false;
  }
  return isBearer(message) && idTokenJwt(message)?.claims.email_verified === false;
}

function isBearer(message: Message): message is IdTokenBearer {
  return message.kind === 'token-request' || message.kind === 'authorization-response';
}

const BY_APPLICATION: ReadonlySet<Flow['messages'][number]['kind']> = new Set([
  'api-call',
  'landing',
  'code-handover',
  'authorization-response',
]);

/** What the application said about the address when it refused something; null otherwise. */
function saidBy({ kind, exchange }: Message): string | null {
  if (!BY_APPLICATION.has(kind) || !isError(exchange.response)) return null;
  const { code, text } = saidIn(exchange);
  return (
    [text, code, wordsOf(exchange)].find((one) => one !== null && UNVERIFIED_EMAIL.test(one)) ??
    null
  );
}
