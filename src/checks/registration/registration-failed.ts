import { wentOn } from '../../flow/facts/discovery.ts';
import { isRefused, saidIn } from '../../flow/facts/said.ts';
import type { Flow } from '../../flow/flow.ts';
import { hasStatus } from '../../http/status.ts';
import { isLoopbackHost, parseUrl } from '../../http/url.ts';
import {
  type RegistrationRequest,
  redirectUrisOf,
} from '../../oauth/kinds/registration-request.ts';
import { list } from '../../words/numbers.ts';
import { quote } from '../../words/quote.ts';
import { defineCheck, type Observation, rfc } from '../check.ts';
import { endpointRefusal } from '../shared/refusal-words.ts';

const ENDPOINT = 'The registration endpoint';

export default defineCheck({
  title: 'The server refuses to register the client',
  severity: 'error',
  owner: 'client',
  basis: 'reported',
  effect: 'request-fails',
  why: 'Without a registration the client has no client_id, so it cannot begin a login at this server.',
  fix: 'Change what the answer names in the registration request, or register the client by hand.',
  specs: [rfc(7591, '3.2.2')],
  explains: ['cors-acao-missing', 'cors-error-masks-oauth-error'],
  aliases: ['registration-application-type'],
  subject: 'registration-request',
  *check(message, flow) {
    const { response } = message.exchange;
    if (message.operation !== 'create' || !response || !isRefused(message.exchange)) return;
    const { code, text } = saidIn(message.exchange);
    yield {
      ...endpointRefusal(
        ENDPOINT,
        message,
        flow,
        textFor(message, code, text ?? '', appliesWebRules(message, flow)),
      ),
      ...(wentOn(flow, message) ? { severity: 'warning' as const } : {}),
    };
  },
});

function textFor(
  message: RegistrationRequest,
  code: string | null,
  text: string,
  asWeb: boolean,
): Partial<Observation> {
  const { response } = message.exchange;
  if (hasStatus(response, 401, 403)) return unauthorized(message.token);
  if (hasStatus(response, 404, 405) || hasStatus(response, 501, 501)) {
    return {
      title: 'The server has no registration endpoint at this URL',
      fix: 'Take registration_endpoint from the metadata of the server; without one, register the client by hand and set its client_id.',
    };
  }
  if (hasStatus(response, 429, 429) || hasStatus(response, 500, 599)) {
    return {
      title: 'The registration endpoint fails',
      owner: 'authorization server',
      fix: 'Look into the logs of the authorization server at this moment.',
    };
  }
  const [first] = nativeUris(message);
  const aboutRedirect = code === 'invalid_redirect_uri' || /redirect|callback/i.test(text);
  if (first !== undefined && aboutRedirect && asWeb) {
    return {
      title: 'The server applies the rules of web applications to a native redirect URI',
      expected: '"application_type": "native"',
      why: 'A server of OpenID Connect takes a client without application_type for a web application, whose redirect URIs have to be https and not on this machine.',
      fix: `Send "application_type": "native" with the registration of ${first}.`,
    };
  }
  if (
    first !== undefined &&
    aboutRedirect &&
    first.startsWith('http:') &&
    (text === '' || text.includes(first) || /https|loopback|localhost/i.test(text))
  ) {
    return {
      title: 'The server refuses the loopback redirect URI of a native application',
      owner: 'authorization server',
      expected: `${first}, as RFC 8252 section 7.3 allows it`,
      fix: 'Accept http redirect URIs of the loopback interface (127.0.0.1, [::1]) for native applications; until then, register a client with an https redirect URI by hand.',
    };
  }
  const known = code === null ? {} : (CODES[code] ?? {});
  return code === 'invalid_redirect_uri' ? withUris(known, redirectUrisOf(message)) : known;
}

/** The redirect URIs in question, so that nobody has to open the request. */
function withUris(text: Partial<Observation>, uris: readonly string[]): Partial<Observation> {
  if (uris.length === 0) return text;
  const named = list(uris.slice(0, 3).map((uri) => quote(uri, 120)));
  return { ...text, fix: `${text.fix} The request has ${named}.` };
}

/** RFC 7591 section 3: a server may register only those who show an initial access token. */
function unauthorized(token: string | null): Partial<Observation> {
  return token === null
    ? {
        title: 'The server registers clients only after a login or with a token',
        fix: 'Log in first and send the initial access token of the server (Authorization: Bearer) with the registration, or register the client by hand.',
      }
    : {
        title: 'The server does not accept the token of the registration',
        fix: 'Get a new initial access token from the administrator of the server; it is not an access token of a login.',
      };
}

const CODES: Readonly<Record<string, Partial<Observation>>> = {
  invalid_redirect_uri: {
    title: 'The server refuses a redirect URI of the registration',
    fix: 'Register redirect URIs that the policy of the server allows: https, without a fragment, and on a host that it accepts.',
  },
  invalid_client_metadata: { title: 'The server refuses the metadata of the client' },
  invalid_software_statement: {
    title: 'The software statement of the registration is invalid',
    fix: 'Send the software statement as it was issued, and not past its exp.',
  },
  unapproved_software_statement: {
    title: 'The server does not accept the issuer of the software statement',
    owner: 'authorization server',
    fix: 'Have the server trust the issuer of the software statement, or get one from an issuer that it trusts.',
  },
};

/** RFC 8252 section 7: redirect URIs by http to the own machine, or with a scheme of their own. */
function nativeUris(message: RegistrationRequest): readonly string[] {
  return redirectUrisOf(message).filter((uri) => {
    const url = parseUrl(uri);
    if (url === null || uri.includes('#')) return false;
    return url.protocol === 'http:' ? isLoopbackHost(url.hostname) : url.protocol !== 'https:';
  });
}

/**
 * Whether the server is one of OpenID Connect, where a client is a web application unless it says
 * otherwise (OpenID Connect Registration section 2).
 */
function appliesWebRules({ params }: RegistrationRequest, { metadata }: Flow): boolean {
  const isOpenid = metadata?.metadata?.subject_types_supported !== undefined;
  return isOpenid && (params.get('application_type') ?? 'web') === 'web';
}
