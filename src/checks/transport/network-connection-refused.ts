import { withoutQuery } from '../../http/url.ts';
import { cannotTell, defineCheck } from '../check.ts';
import { failureFor, failureReport, REQUESTS } from '../shared/failed-request.ts';

export default defineCheck({
  title: 'Nothing listens at this address',
  severity: 'error',
  owner: 'network',
  basis: 'observed',
  effect: 'request-fails',
  why: 'The machine answered that nothing listens at this port: the server is not running, or runs on another port or interface.',
  fix: 'Start the server, and compare its port with the one in the URL.',
  // There is no specification for failures of the network.
  specs: [],
  explains: ['redirect-landing-failed', 'userinfo-failed'],
  subject: REQUESTS,
  *check(message, flow) {
    const failed = failureFor(message, ['connection-refused']);
    if (failed) yield failureReport(message, flow, failed, 'was refused by {server}');
    const unnamed = failureFor(message, ['unknown']);
    if (!unnamed || unnamed.failure.text || message.kind === 'authorization-response') return;
    const { method, url } = unnamed.exchange.request;
    yield cannotTell(
      `${method} ${withoutQuery(url)} failed without an answer, and the recording does not say how: connection, name, certificate or an abort.`,
    );
  },
});
