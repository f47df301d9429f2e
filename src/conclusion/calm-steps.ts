import { probeEnd } from '../flow/facts/silent.ts';
import { storyOf } from '../flow/facts/story.ts';
import type { Flow } from '../flow/flow.ts';

/**
 * Why the refusal of a message is no failure: a later message reached its purpose, or the client had
 * to expect it. Null for any other message.
 */
export function calmReason(flow: Flow, index: number): string | null {
  const later = storyOf(flow)[index]?.recoveredBy ?? null;
  if (later !== null) return `recovered in step ${later + 1}`;
  const probe = probeEnd(flow);
  return probe !== null && flow.messages[index] === probe
    ? 'expected: a silent request without a session'
    : null;
}
