/** What clients and servers call the cookies that hold something of a login until its response comes. */
const OF_LOGIN =
  /state|nonce|pkce|verifier|correlation|csrf|xsrf|oauth|oidc|openid|txn|transaction|verification|(?:^|[._-])log-?in(?:[._-]|$)/i;
const OF_SESSION = /sess|sid\b|auth|log-?in|sso|token/i;
/** Analytics, load balancers, bot protection and preferences. */
const OF_OTHERS =
  /^(?:_ga|_gid|_gcl|_fbp|_hj|__cf|cf_|AWSALB|ARRAffinity|incap_|visid_|BIGip|ak_bmsc|bm_|_dd_|ajs_|NEXT_LOCALE)|lang|locale|theme|consent|tracking/i;

/** What a cookie is for, by its name; null when the name does not say. */
export function cookiePurpose(name: string): 'login' | 'session' | 'other' | null {
  if (OF_OTHERS.test(name)) return 'other';
  if (OF_LOGIN.test(name)) return 'login';
  return OF_SESSION.test(name) ? 'session' : null;
}

/** Whether a cookie repeats a token of forms, which servers renew at any time. */
export function isFormToken(name: string): boolean {
  return /csrf|xsrf/i.test(name);
}
