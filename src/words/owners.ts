/** Every owner and what it is called, with its article. */
export const OWNERS = {
  client: 'the client',
  'authorization server': 'the authorization server',
  'resource server': 'the API (resource server)',
  registration: 'the client registration',
  /** Someone with rights in the console of the server that the developer may not have. */
  administrator: 'an administrator of the authorization server',
  browser: 'the browser',
  network: 'the network',
  user: 'the user',
  /** The user switched the fault on. */
  rehearsal: 'nobody: you switched it on',
  /** Grantscope itself failed at something. */
  'this tool': 'Grantscope',
} as const;

/** Who can change what a finding is about; the names that JSON reports use. */
export type Owner = keyof typeof OWNERS;

/** What an owner is called. */
export const ownerWord = (owner: Owner): string => OWNERS[owner];
