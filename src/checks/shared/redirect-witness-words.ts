import { type RedirectWitness, redirectWitness } from '../../flow/facts/redirect-witness.ts';
import type { Flow } from '../../flow/flow.ts';
import { isLoopbackHost, originOfUrl, parseUrl } from '../../http/url.ts';
import { urlDifferences } from '../../http/url-difference.ts';
import { describeDifference, describeFault } from '../../words/differences.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { toAttempt } from '../../words/references.ts';
import { span } from '../../words/times.ts';
import type { Observation } from '../check.ts';

interface Told {
  /** The redirect URI, what is odd about it, and what shows that. No full stop. */
  readonly observed: string;
  readonly more: Pick<Observation, 'expected' | 'fix' | 'owner' | 'references'>;
}

const MAX_LISTED = 3;

/**
 * Tells of a refused redirect URI: how it differs from the one that is registered, that worked in
 * another login, or that the starting page suggests. `register` is how to register a URI at this
 * server.
 */
export function refusedRedirectUri(flow: Flow, sent: string, register: string | null): Told {
  const witness = redirectWitness(flow, sent);
  const own = describeFault(sent);
  if (own !== null) return { observed: `redirect_uri is ${quote(sent)}: ${own}`, more: {} };
  if (witness === null) return { observed: `redirect_uri is ${quote(sent)}`, more: {} };
  const difference = differenceFrom(witness, sent);
  const odd = difference === null ? '' : ` (${difference})`;
  return {
    observed: `redirect_uri is ${quote(sent)}${odd}; ${shownBy(witness)}`,
    more: {
      ...moreOf(witness, sent, register),
      ...(witness.by === 'success'
        ? { references: [toAttempt('a login of this client', witness.request)] }
        : {}),
    },
  };
}

function differenceFrom({ by, expected }: RedirectWitness, sent: string): string | null {
  if (by !== 'page') return describeDifference(sent, expected);
  const origin = originOfUrl(sent) ?? sent;
  const sameHost = parseUrl(origin)?.hostname === parseUrl(expected)?.hostname;
  return sameHost ? describeDifference(origin, expected) : null;
}

function shownBy(witness: RedirectWitness): string {
  switch (witness.by) {
    case 'registration': {
      const listed = witness.all.slice(0, MAX_LISTED).map((one) => quote(one));
      const rest = witness.all.length > MAX_LISTED ? ['others'] : [];
      return `the registration has ${list([...listed, ...rest])}`;
    }
    case 'success':
      return `${span(witness.apart)} ${witness.apart < 0 ? 'earlier' : 'later'} a login of this client worked with ${quote(witness.expected)}`;
    case 'page':
      return `the page that started the login is at ${witness.expected}`;
  }
}

function moreOf(witness: RedirectWitness, sent: string, register: string | null): Told['more'] {
  const { expected } = witness;
  switch (witness.by) {
    case 'registration':
      if (witness.all.includes(sent)) return {};
      return onlyLoopbackPortDiffers(sent, expected)
        ? {
            expected: quote(expected),
            owner: 'authorization server',
            fix: 'Have the server accept any port in the redirect URI of a native application on the loopback interface. Until then, register the URI with the port and listen there.',
          }
        : {
            expected: quote(expected),
            fix: `Send a redirect URI of the registration, or add ${quote(sent)} to it.`,
          };
    case 'success':
      return {
        expected: quote(expected),
        owner: 'client',
        fix: `Send ${quote(expected)} again, or register ${quote(sent)} too${register ? `: ${register}` : '.'}`,
      };
    case 'page':
      return { owner: 'client', fix: pageFix(sent, expected) };
  }
}

function pageFix(sent: string, origin: string): string {
  const behindProxy =
    origin.startsWith('https:') && parseUrl(sent)?.host === parseUrl(origin)?.host;
  return behindProxy
    ? `Let the application know that it is reached over https: forward X-Forwarded-Proto from the proxy in front of it and trust it there, or set its public URL to ${origin}.`
    : `Set the redirect URI of this environment to one at ${origin}, and register it.`;
}

/** Servers leave the port of loopback redirect URIs out of the comparison (RFC 9700 section 2.1). */
function onlyLoopbackPortDiffers(sent: string, registered: string): boolean {
  const host = parseUrl(sent)?.hostname ?? '';
  return isLoopbackHost(host) && urlDifferences(sent, registered).join() === 'port';
}
