import type { MessageKind } from '../src/oauth/message.ts';

/** What somebody who watches the scenario's network traffic should conclude. */
interface Expectation {
  readonly outcome: 'succeeded' | 'failed' | 'unfinished' | 'unknown';
  /** Id of the check that names the root cause; null when there is nothing to blame. */
  readonly cause: string | null;
  /** Kinds of message under which the cause may stand; which, depends on what the browser delivers. */
  readonly steps?: readonly MessageKind[];
  /** Firefox names no reason of a failed connection: the check that speaks there instead. */
  readonly causeInFirefox?: string;
  /** Browsers lose part of it, now more, now less: then the outcome may also be unknown. */
  readonly lossy?: boolean;
}

/** One button of the playground: a real login with at most one fault in it. */
export interface Scenario {
  readonly name: string;
  readonly title: string;
  readonly sentence: string;
  readonly expected: Expectation;
  readonly client: 'oauth4webapi' | 'oidc-client-ts' | 'server';
  /** `fresh` forgets every session of the authorization server before the scenario starts. */
  readonly session: 'remembered' | 'fresh';
  /** What the person at the login page does. */
  readonly answer: 'sign-in' | 'cancel';
}

interface Sketch extends Expectation {
  readonly title: string;
  readonly sentence: string;
  readonly client?: Scenario['client'];
  readonly session?: Scenario['session'];
  readonly answer?: Scenario['answer'];
}

/** Fills in what most scenarios have in common. */
export function scenario(name: string, sketch: Sketch): Scenario {
  const { outcome, cause, steps = [], causeInFirefox, lossy = false, title, sentence } = sketch;
  return {
    name,
    title,
    sentence,
    expected: { outcome, cause, steps, ...(causeInFirefox ? { causeInFirefox } : {}), lossy },
    client: sketch.client ?? 'oauth4webapi',
    session: sketch.session ?? 'remembered',
    answer: sketch.answer ?? 'sign-in',
  };
}

/** The client that belongs to a scenario; each has its own, so that flows can be told apart. */
export function clientIdOf(name: string): string {
  return `playground-${name}`;
}
