import type { AnalysedFlow } from '../../../src/conclusion/analysed-flow.ts';
import type { Hit } from '../../../src/search/search-recording.ts';
import { secretsOf } from './masking.ts';
import { secretsOfMessages } from './message-secrets.ts';

/** The secrets that the panel hides where it shows a hit. */
export function hitSecrets(hit: Hit, flows: readonly AnalysedFlow[]): readonly string[] {
  const found = flows.find(({ flow }) => flow.id === hit.flow);
  if (!found) return [];
  const message = hit.step === null ? undefined : found.flow.messages[hit.step];
  const { place } = hit.text;
  const quotes = place === 'finding' || place === 'conclusion' || place === 'title';
  return message && !quotes ? secretsOf(message.exchange) : secretsOfMessages(found.flow.messages);
}
