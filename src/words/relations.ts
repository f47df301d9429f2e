import type { Grant } from '../oauth/values/grants.ts';
import { grantWord } from './grant-words.ts';

/** Messages and findings that belong to no flow. */
export const NO_FLOW = 'Not part of a flow';

/** What is needed of a flow to say how it belongs to another one. */
interface Related {
  readonly relation: 'inside' | 'after' | null;
  readonly grant: Grant;
  readonly request: object | null;
}

/** How a flow belongs to its parent; empty when it has none. */
export function relationWord({ relation, grant, request }: Related): string {
  if (relation === null) return '';
  if (relation === 'inside') return 'inside another login';
  if (grant === 'logout') return 'ends its session';
  if (request) return 'a stronger login that its API asked for';
  return grant === 'token_exchange' ? 'exchanges its token' : 'uses its token as an assertion';
}

/** What a flow is in the diagram of its parent. */
export function partWord({ relation, grant }: Related): string {
  return relation === 'inside' ? 'login inside this one' : `continues with ${grantWord(grant)}`;
}
