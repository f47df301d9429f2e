import { defineProvider } from './provider.ts';

const SERVERS = { where: 'test/providers/registry/generic.test.ts', when: '2026-11' } as const;
const REDIRECT_FIX =
  'Register exactly this redirect URI for the client, or send one that is registered.';
const CLIENT_FIX =
  'Compare client_id and the server’s host, tenant or realm with the registration.';

/** What else is a client or an application: a program, a device, a certificate, a deployment. */
const NO_OAUTH_CLIENT =
  /\b(?:certificates?|certs?|ip|browsers?|java ?script|cookies?|network settings|domains?|deploy(?:ed|ment)s?|provisioned|version|dns|time ?outs?|pool|gateway)\b/i;
/** The pages of companies' web filters, which no authorization server makes. */
const WEB_FILTER =
  /\b(?:web ?filter|url ?filter|filtering|categor(?:y|ies|ized)|web ?sites?|web ?pages?|firewalls?|proxy|internet|url)\b/i;

/** Phrases that many servers use. They count only when no provider's own words are found. */
export default defineProvider({
  name: 'authorization server',
  errors: [
    {
      about: 'interposed',
      in: 'text',
      pattern:
        /\b(?:web ?filter|url ?filter(?:ing)?|content filter(?:ing)?|web application firewall|request unsuccessful\. incapsula|attention required! \| cloudflare|sorry, you have been blocked|the requested url was rejected\. please consult with your administrator|web ?(?:site|page) (?:is |has been )?blocked|access to this (?:web ?site|web ?page|site|page|url) (?:is|has been) (?:blocked|denied|restricted))\b|\bcategory\b[^.\n]{0,60}\b(?:blocked|not allowed|denied)\b|\bblocked\b[^.\n]{0,60}\b(?:category|firewall)\b|\bpermission to access\b[\s\S]{0,160}\breference #\d/i,
      means: 'a filter or a firewall answered, and not the server',
      fix: 'Allow the authorization server in the filter or firewall that made the page; its operators find the request by the reference on the page.',
      seen: [SERVERS],
    },
    {
      about: 'redirect-mismatch',
      in: 'text',
      pattern:
        /\b(?:redirect_uri_mismatch|(?:invalid|bad)_redirect_uri|redirect_mismatch|unregistered redirect_uri)\b/i,
      means: 'redirect_uri is not registered for this client',
      fix: REDIRECT_FIX,
      seen: [SERVERS],
    },
    {
      about: 'redirect-mismatch',
      in: 'text',
      pattern:
        /\b(?:redirect|redirection|callback|reply)[ _-]?(?:uri|url|address)\b[^.\n]{0,80}\b(?:mismatch|not match|did ?n.t match|does ?n.t match|not (?:a )?valid|invalid|not registered|not allowed|not whitelisted|missing in the client configuration|not in the list|not matching|error)\b/i,
      means: 'redirect_uri is not registered for this client',
      fix: REDIRECT_FIX,
      seen: [SERVERS],
    },
    {
      about: 'redirect-mismatch',
      in: 'text',
      pattern:
        /\b(?:invalid|unregistered|illegal|wrong|unknown|mismatch(?:ing|ed)?)\b[^.\n]{0,40}\b(?:redirect|redirection|callback|reply)[ _-]?(?:uri|url|address)\b/i,
      means: 'redirect_uri is not registered for this client',
      fix: REDIRECT_FIX,
      seen: [SERVERS],
    },
    {
      about: 'client-unknown',
      in: 'text',
      pattern:
        /\b(?:invalid|unknown|unregistered|disabled)[ _-](?:oauth (?:2\.0 )?)?(?:client|application)(?:[ _-]?id)?\b/i,
      unless: NO_OAUTH_CLIENT,
      means: 'the server has no such client',
      fix: CLIENT_FIX,
      seen: [SERVERS],
    },
    {
      about: 'client-unknown',
      in: 'text',
      pattern:
        /\b(?:client|application)(?:[ _-]?(?:id|identifier))?\b[^.\n]{0,60}\b(?:not found|does not exist|is unknown|is invalid|not registered|is disabled|not enabled)\b|\bunable to (?:find|retrieve) (?:the )?client\b/i,
      unless: NO_OAUTH_CLIENT,
      means: 'the server has no such client, or it is disabled',
      fix: CLIENT_FIX,
      seen: [SERVERS],
    },
    {
      about: 'session-cookie',
      in: 'text',
      pattern:
        /\b(?:cookies? (?:not found|(?:is|are) (?:missing|blocked|disabled|required))|no csrf value|csrf (?:value|token) .{0,40}(?:not match|mismatch|missing|invalid)|user session (?:error|has expired)|session (?:not found|was lost))/i,
      means: 'the server lost its own login session',
      fix: 'Start the login again, under one host name, with cookies allowed for the server.',
      seen: [SERVERS],
    },
    {
      about: 'policy',
      in: 'text',
      pattern:
        /\b(?:admin(?:istrator)? (?:consent|approval)|not assigned to (?:this|the) (?:client )?application|blocked by (?:your )?(?:admin|organi[sz]ation|policy)|not a member of any of the required groups)\b/i,
      unless: WEB_FILTER,
      means: 'a rule of the provider forbids this sign-in',
      fix: 'Ask the administrator of the provider to allow this user and client.',
      seen: [SERVERS],
    },
  ],
  logs: {
    headers: [
      'x-request-id',
      'request-id',
      'x-correlation-id',
      'correlation-id',
      'x-trace-id',
      'trace-id',
      'traceparent',
      'x-b3-traceid',
      'cf-ray',
      'x-vercel-id',
      'x-fapi-interaction-id',
      'x-transaction-id',
      'x-incident-id',
    ],
    seen: [{ where: 'test/checks/error-page/error-page-correlation-id.http', when: '2026-11' }],
  },
});
