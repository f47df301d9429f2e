const TELLING = new RegExp(
  [
    'token|secret|passw|passphrase|pwd|assertion|api.?key|csrf|xsrf|session|credential|signature|jwt|ticket|verifier',
    'auth(?!(?:ors?|orit(?:y|ies)|ored|ori[sz]ed|enticated)(?![a-z]))',
    '(?:mfa|2fa|sms|verification|confirmation|security|activation|invite|reset|backup|recovery|one_?time|access|login|sso|grant|magic|email)[_.-]?(?:code|link)',
    '(?:subscription|functions?|access|account|shared|private|signing|encryption|master|license|host|storage|primary|secondary|ssh)[_.-]?key',
    '(?:^|[_.-])(?:sig|hmac|t?otp|pin|pass)$|(?:oidc|login|sso|relay)[_.-]?state|saml(?:re|art)',
  ].join('|'),
);

const PERSONAL =
  /e[_-]?mail|phone|msisdn|birth|(?:first|last|full|given|family|display|user|sur|nick|middle|legal|account|login|owner|holder|principal|member|patient|sam[_-]?account)[_-]?name|(?:user|subject|customer|employee|person|patient|member|login|owner|object)[_-]?(?:id|no|number)(?![a-z])|passport|(?:^|[_-])ssn|social[_-]?security|(?:national|tax)[_-]?id|(?:^|[_-])iban|(?:card|account)[_-]?number|street|postal|post[_-]?code|zip[_-]?code|ip[_-]?addr|(?:client|remote|user|real|peer|source)[_-]?(?:ip|addr)|login[_-]?hint/;

/** Ids under which operators find requests, errors and builds: they are meant to be passed on. */
const FOR_SUPPORT =
  /(?:request|correlation|trace|span|activity|operation|error|incident|event|ray|support|build|log|diagnostics?|x5t)[_-]?(?:id|ref|number|no)?(?:$|[_-]id)|trace(?:parent|state)|(?:^|[_-])(?:client|app|application|resource|audience|role|group|scope|policy|realm|key|template|flow|journey|stage|step|component|node|region|zone|version|build|release|deployment|instance|server|pod|host)[_-]?(?:id|name|ref)$/;

/** Words at the end of names that describe: `token_type`, `token_endpoint`, `session_lifetime`. */
const DESCRIBING_ENDS = [
  'types? methods? modes? use formats? algs? algorithm enc scheme realm version values scopes?',
  'endpoints? servers? ur[il]s? aliases iframe host domain issuer provider client client_id source',
  'in at time lifetime age expires expiry expiration count size length limit level status errors?',
  'required supported enabled verified valid label placeholder hint_text title policy policies template',
].flatMap((words) => words.split(' '));

const DESCRIBING = new RegExp(
  `^(?:is|has|requires?|supports?|allows?|enables?|disables?)_|(?:^|[_-])(?:${DESCRIBING_ENDS.join('|')})$`,
);
/** The name of a token or a session is not the token. */
const NAMED = /(?<!user|login|account|principal|display|full)[_-]name$/;

/**
 * Whether an unregistered name suggests that its value is secret; in lower case, with underscores.
 */
export function isTelling(name: string): boolean {
  return TELLING.test(name) && !DESCRIBING.test(name) && !NAMED.test(name);
}

/** Whether an unregistered name suggests that its value is about a person. */
export function isPersonalName(name: string): boolean {
  return PERSONAL.test(name) && !DESCRIBING.test(name);
}

/** Whether a name only describes something, as in metadata (RFC 8414 section 2). */
export function isDescribing(name: string): boolean {
  return DESCRIBING.test(name) || NAMED.test(name);
}

/** Whether random values of that name are for operators, or name a thing that many share. */
export function isForSupport(name: string): boolean {
  return FOR_SUPPORT.test(name);
}
