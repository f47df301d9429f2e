import { inText, type Provider } from './provider.ts';

const REDIRECT_FIX =
  'Register exactly this redirect URI for the client, or send one that is registered.';
const CLIENT_FIX =
  'Compare client_id and the server’s host, tenant or realm with the registration.';

/** Phrases that many servers use; read when no provider's own words are found. */
const generic: Provider = {
  id: 'generic',
  name: 'authorization server',
  url: null,
  signatures: inText(
    [
      'redirect-mismatch',
      /\b(?:redirect_uri_mismatch|invalid_redirect_uri|redirect_mismatch|unregistered redirect_uri)\b/i,
      'redirect_uri is not registered for this client',
      REDIRECT_FIX,
    ],
    [
      'redirect-mismatch',
      /\b(?:redirect|redirection|callback|reply)[ _-]?(?:uri|url|address)\b[^.\n]{0,80}\b(?:mismatch|not match|did ?n.t match|does ?n.t match|not valid|not registered|not allowed|not whitelisted|missing in the client configuration|not in the list|not matching|error)\b/i,
      'redirect_uri is not registered for this client',
      REDIRECT_FIX,
    ],
    [
      'redirect-mismatch',
      /\b(?:invalid|unregistered|illegal|wrong|unknown|mismatch(?:ing|ed))\b[^.\n]{0,40}\b(?:redirect|redirection|callback|reply)[ _-]?(?:uri|url|address)\b/i,
      'redirect_uri is not registered for this client',
      REDIRECT_FIX,
    ],
    [
      'client-unknown',
      /\b(?:invalid|unknown|unregistered|disabled)[ _-](?:oauth (?:2\.0 )?)?(?:client|application)(?:[ _-]?id)?\b/i,
      'the server knows no such client',
      CLIENT_FIX,
    ],
    [
      'client-unknown',
      /\b(?:client|application)(?:[ _-]?(?:id|identifier))?\b[^.\n]{0,60}\b(?:not found|does not exist|is unknown|is invalid|not registered|is disabled|not enabled)\b|\bunable to (?:find|retrieve) (?:the )?client\b/i,
      'the server knows no such client, or it is disabled',
      CLIENT_FIX,
    ],
    [
      'session-cookie',
      /\b(?:cookies? (?:not found|(?:is|are) (?:missing|blocked|disabled|required))|no csrf value|csrf (?:value|token) .{0,40}(?:not match|mismatch|missing|invalid)|user session (?:error|has expired)|session (?:not found|was lost))/i,
      'the server lost its own login session',
      'Start the login again, under one host name, with cookies allowed for the server.',
    ],
    [
      'policy',
      /\b(?:admin(?:istrator)? (?:consent|approval)|not assigned to (?:this|the) (?:client )?application|blocked by (?:your )?(?:admin|organi[sz]ation|policy)|not a member of any of the required groups)\b/i,
      'a rule of the provider forbids this sign-in',
      'Ask the administrator of the provider to allow this user and client.',
    ],
  ),
};

export default generic;
