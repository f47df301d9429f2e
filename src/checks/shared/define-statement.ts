import type { Flow } from '../../flow/flow.ts';
import type { NetworkError } from '../../http/network-error.ts';
import type { Owner } from '../../words/owners.ts';

/** A login that failed in the application, and what the application says about it. */
export interface Said {
  readonly words: string;
  readonly flow: Flow;
  /** What sentences call the authorization server: its host when it is known. */
  readonly server: string;
  /** Whose words they are, as sentences call it; an API makes requests of its own too. */
  readonly speaker: 'the server of the application' | 'the API';
}

interface Meaning {
  readonly title: string;
  /** A sentence behind the words of the application; empty when it adds nothing. */
  readonly says: string;
  /** What to do, in the imperative. */
  readonly fix: string;
  readonly owner?: Owner;
}

/** Words by which applications say that something failed out of the sight of the browser. */
export interface Statement {
  /** What libraries write. */
  readonly forms?: readonly RegExp[];
  /** Failures of the network, by the words of HTTP libraries. */
  readonly network?: (error: NetworkError) => boolean;
  /** It says little: the others are asked first. */
  readonly general?: true;
  /** An API says it too, of its own request for metadata or keys. */
  readonly ofApi?: true;
  /** The exchange that it is about stays between two servers. */
  readonly unseen?: true;
  means(said: Said): Meaning;
}

/** Types a statement; adds nothing at run time. */
export function defineStatement(statement: Statement): Statement {
  return statement;
}
