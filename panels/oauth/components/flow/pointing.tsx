import type { Pointer } from '../../../../src/checks/finding.ts';
import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { Step } from '../../../../src/conclusion/steps.ts';
import { safeText } from '../../view/finding-text.ts';
import { SeveritySign } from '../common/icons.tsx';

interface Props {
  readonly step: Step;
  readonly analysed: AnalysedFlow;
  readonly part: Pointer['part'];
  readonly name: string;
  /** The token that has the claim. Other tokens of the message have claims of that name too. */
  readonly token?: string;
}

/** The findings that point to this parameter, header, claim or member. */
export function Pointing({ step, analysed, part, name, token }: Props) {
  // Only names of header fields ignore case (RFC 9110 section 5.1).
  const plain = (text: string) => (part === 'header' ? text.toLowerCase() : text);
  const findings = analysed.findings.filter(
    ({ message, at, again, ...about }) =>
      (message === step.index || again.includes(step.index)) &&
      at?.part === part &&
      at.name !== null &&
      (token === undefined || about.token === undefined || about.token === token) &&
      plain(at.name) === plain(name),
  );
  return (
    <>
      {findings.map((finding) => (
        <span class="pointing" key={`${finding.check} ${finding.observed}`}>
          <SeveritySign severity={finding.severity} />{' '}
          {safeText(finding.title, analysed.flow.messages)}
        </span>
      ))}
    </>
  );
}
