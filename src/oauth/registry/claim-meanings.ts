import { type ParameterEntry, parameterEntry } from './parameters.ts';

type Meaning = Pick<ParameterEntry, 'meaning' | 'spec'>;
type Row = readonly [names: string, meaning: string, spec: string];

const CORE = 'OpenID Connect Core section';

/** Claims that mean something in tokens that they do not mean as parameters, or only exist there. */
const CLAIMS: readonly Row[] = [
  ['iss', 'who made the token', 'RFC 7519 section 4.1.1'],
  ['sub', 'the user or client that the token is about', 'RFC 7519 section 4.1.2'],
  ['jti', 'identifies this token, so that it cannot be used twice', 'RFC 7519 section 4.1.7'],
  ['nonce', 'repeats the nonce of the request', `${CORE} 2`],
  ['at_hash', 'left half of the hash of the access token', `${CORE} 3.1.3.6`],
  ['c_hash', 'left half of the hash of the code', `${CORE} 3.3.2.11`],
  ['s_hash', 'left half of the hash of the state', 'FAPI 1.0 Part 2 section 5.1'],
  ['ath', 'hash of the access token that the proof is for', 'RFC 9449 section 4.2'],
  ['htm', 'HTTP method that the proof is for', 'RFC 9449 section 4.2'],
  ['htu', 'URL that the proof is for', 'RFC 9449 section 4.2'],
  ['cnf', 'key that the sender of the token has to prove', 'RFC 7800 section 3'],
  ['sid', 'identifies the session at the server', 'OpenID Connect Front-Channel Logout section 3'],
  ['events', 'what happened', 'RFC 8417 section 2.2'],
  ['toe', 'when it happened', 'RFC 8417 section 2.2'],
  ['txn', 'identifies the transaction', 'RFC 8417 section 2.2'],
  ['scope scp', 'what the token allows', 'RFC 8693 section 4.2'],
  ['client_id cid', 'the client that the token was issued to', 'RFC 8693 section 4.3'],
  ['act', 'who acts for the user', 'RFC 8693 section 4.1'],
  ['may_act', 'who may act for the user', 'RFC 8693 section 4.4'],
  ['authorization_details', 'what the token allows, in detail', 'RFC 9396 section 9.1'],
  ['groups roles entitlements', 'what the user belongs to', 'RFC 9068 section 2.2.3.1'],
  ['email', 'mail address of the user', `${CORE} 5.1`],
  ['email_verified', 'whether the server has verified the mail address', `${CORE} 5.1`],
  ['phone_number', 'phone number of the user', `${CORE} 5.1`],
  ['phone_number_verified', 'whether the server has verified the phone number', `${CORE} 5.1`],
  ['name', 'full name of the user', `${CORE} 5.1`],
  ['given_name', 'first name of the user', `${CORE} 5.1`],
  ['family_name', 'last name of the user', `${CORE} 5.1`],
  ['preferred_username', 'name that the user wants to be called by; it may change', `${CORE} 5.1`],
  ['locale zoneinfo', 'language and time zone of the user', `${CORE} 5.1`],
  ['updated_at', 'when the data of the user last changed', `${CORE} 5.1`],
  ['vct', 'type of the credential', 'SD-JWT VC section 3.2.2.1'],
  ['_sd', 'hashes of the claims that can be disclosed', 'RFC 9901 section 4.2.4.1'],
  ['_sd_alg', 'hash function of the disclosures', 'RFC 9901 section 4.1.1'],
  ['sd_hash', 'hash of the token and its disclosures', 'RFC 9901 section 4.3'],
];

const HEADER: readonly Row[] = [
  ['alg', 'algorithm of the signature or of the encryption', 'RFC 7515 section 4.1.1'],
  ['enc', 'algorithm of the encryption', 'RFC 7516 section 4.1.2'],
  ['kid', 'which key was used', 'RFC 7515 section 4.1.4'],
  ['typ', 'what kind of token it is', 'RFC 7515 section 4.1.9'],
  ['cty', 'what the payload is', 'RFC 7515 section 4.1.10'],
  ['jwk', 'the public key that made the signature', 'RFC 7515 section 4.1.3'],
  ['jku', 'where the keys are', 'RFC 7515 section 4.1.2'],
  ['x5t x5t#S256', 'hash of the certificate of the key', 'RFC 7515 section 4.1.7'],
  ['x5c', 'certificates of the key', 'RFC 7515 section 4.1.6'],
  ['x5u', 'where the certificates are', 'RFC 7515 section 4.1.5'],
  ['crit', 'header members that a reader must understand', 'RFC 7515 section 4.1.11'],
  ['epk', 'public key of the sender for the key agreement', 'RFC 7518 section 4.6.1.1'],
  ['zip', 'compression', 'RFC 7516 section 4.1.3'],
];

const table = (rows: readonly Row[]): ReadonlyMap<string, Meaning> =>
  new Map(
    rows.flatMap(([names, meaning, spec]) =>
      names.split(' ').map((name) => [name, { meaning, spec }] as const),
    ),
  );

const MEANINGS = { claim: table(CLAIMS), header: table(HEADER) } as const;

/** What a claim or a header member of a token means; null when no registry has it. */
export function claimMeaning(part: 'claim' | 'header', name: string): Meaning | null {
  return MEANINGS[part].get(name) ?? (part === 'claim' ? parameterEntry(name) : null);
}
