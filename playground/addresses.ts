/** Origins of the playground. Nothing listens at `closed`. */
export interface Addresses {
  readonly app: string;
  /** The app by its IP address. To browsers it is another host, and another site, than localhost. */
  readonly appByIp: string;
  /** The app by a name that browsers do not trust without TLS. */
  readonly appByName: string;
  /** The app by a name for which the browser has learned to use https only (HSTS). */
  readonly appByStrictName: string;
  /** The app behind TLS, by its name. */
  readonly appBehindTls: string;
  readonly issuer: string;
  /** The same server by its IP address. To browsers it is another site than the app. */
  readonly issuerByIp: string;
  readonly api: string;
  /** The second authorization server; its issuer ends with a slash. */
  readonly upstream: string;
  /** The third authorization server, with TLS. */
  readonly secure: string;
  readonly closed: string;
}
