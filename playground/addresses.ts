/** Origins of the playground; `closed` is one where nothing listens. */
export interface Addresses {
  readonly app: string;
  readonly issuer: string;
  readonly api: string;
  readonly closed: string;
}
