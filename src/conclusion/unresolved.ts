import type { Finding } from '../checks/finding.ts';
import { saidIn } from '../flow/facts/said.ts';
import type { Flow } from '../flow/flow.ts';
import { hasStatus } from '../http/status.ts';
import type { Message } from '../oauth/message.ts';
import type { AnalysedFlow } from './analysed-flow.ts';

/** A failure that the recording does not explain to its end, and what is known of it. */
export interface Unresolved {
  readonly flow: Flow;
  readonly cause: Finding | null;
  /** The message that failed; null when nobody knows which. */
  readonly message: Message | null;
  /** Text of the verdict and of its fix. A hint that repeats them is left out. */
  readonly told: string;
  /** The error code of the refusal; null without one. */
  readonly code: string | null;
  /** The server refused, and gave no reason beside its code. */
  readonly bare: boolean;
  /** The server failed, and did not refuse. */
  readonly broken: boolean;
  /** It happened in the application, after the browser had brought the response. */
  readonly inApplication: boolean;
  /** Requests between two servers that belong to it are not in the recording. */
  readonly unseen: boolean;
}

/** Kinds of messages that the application itself answers. */
const OF_APPLICATION: ReadonlySet<string> = new Set([
  'authorization-response',
  'code-handover',
  'landing',
]);

/** Reads a failed flow as one that needs more than its verdict; null when the verdict says it all. */
export function unresolved({ flow, verdict }: AnalysedFlow): Unresolved | null {
  const { cause, sign, text } = verdict;
  if (sign !== 'bad') return null;
  const message = (cause?.message == null ? null : flow.messages[cause.message]) ?? null;
  const { code, words } = message ? refusalOf(message) : { code: null, words: null };
  const failed = {
    flow,
    cause,
    message,
    told: `${text} ${cause?.fix ?? ''}`,
    code,
    bare: code !== null && words === null,
    broken: hasStatus(message?.exchange.response ?? null, 500, 599),
    inApplication: message !== null && OF_APPLICATION.has(message.kind) && code === null,
  };
  const seen = flow.tokenRequests.some(({ grant }) => grant !== 'refresh_token');
  return isExplained(failed) ? null : { ...failed, unseen: failed.inApplication && !seen };
}

type Failed = Omit<Unresolved, 'unseen'>;

/** Whether the cause was computed, or said by the server in words. */
function isExplained({ cause, bare, broken, inApplication }: Failed): boolean {
  if (cause === null || cause.certainty === 'likely') return false;
  if (cause.basis === 'computed') return true;
  if (cause.owner === 'administrator' || cause.owner === 'registration') return false;
  return !(cause.basis === 'heuristic' || bare || broken || inApplication);
}

/** The code and the words of a refusal by the server. */
function refusalOf(message: Message): { code: string | null; words: string | null } {
  if (message.kind === 'authorization-response') {
    const { params } = message;
    return {
      code: params.get('error') ?? null,
      words: params.get('error_description') || null,
    };
  }
  const { code, text } = saidIn(message.exchange);
  return { code, words: text };
}
