const TELLING =
  /token|secret|passw|pwd|assertion|api.?key|csrf|xsrf|session|credential|signature|jwt|ticket|auth(?!(?:ors?|orit(?:y|ies)|ored|ori[sz]ed|enticated)(?![a-z]))/;

/** Words at the end of names that describe: `token_type`, `token_endpoint`, `session_lifetime`. */
const DESCRIBING_ENDS = [
  'types? methods? modes? use formats? algs? algorithm enc scheme realm version values scopes?',
  'endpoints? servers? ur[il]s? aliases iframe host domain issuer provider client client_id name source',
  'in at time lifetime age expires expiry expiration count size length limit level status errors?',
  'required supported enabled',
].flatMap((words) => words.split(' '));

const DESCRIBING = new RegExp(
  `^(?:is|has|requires?|supports?|allows?|enables?|disables?)_|(?:^|[_-])(?:${DESCRIBING_ENDS.join('|')})$`,
);

/**
 * Whether an unregistered name suggests that its value is secret; in lower case, with underscores.
 */
export function isTelling(name: string): boolean {
  return TELLING.test(name) && !DESCRIBING.test(name);
}

/** Whether a name only describes something, as in metadata (RFC 8414 section 2). */
export function isDescribing(name: string): boolean {
  return DESCRIBING.test(name);
}
