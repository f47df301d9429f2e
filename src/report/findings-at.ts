import type { Finding } from '../checks/finding.ts';
import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';

/** The findings of one message, or of the flow as a whole (null). */
export function findingsAt({ findings }: AnalysedFlow, message: number | null): readonly Finding[] {
  return findings.filter((finding) => finding.message === message);
}
