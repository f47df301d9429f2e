/** Origins of the playground; `closed` is one where nothing listens. */
export interface Addresses {
  readonly app: string;
  readonly issuer: string;
  readonly api: string;
  /** The second authorization server; its issuer ends with a slash. */
  readonly upstream: string;
  /** The third one, with TLS. */
  readonly secure: string;
  readonly closed: string;
}
