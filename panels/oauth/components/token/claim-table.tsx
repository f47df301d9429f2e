import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { ClaimVerdict } from '../../../../src/conclusion/token-claims.ts';
import { claimMeaning } from '../../../../src/oauth/registry/claim-meanings.ts';
import { claimRemark, momentOfClaim } from '../../../../src/oauth/values/claim-remarks.ts';
import { type JsonObject, jsonText } from '../../../../src/oauth/values/json.ts';
import { apart } from '../../../../src/words/times.ts';
import { safeText } from '../../view/finding-text.ts';
import { isSecret } from '../../view/masking.ts';
import { momentTitle, timeOfDay } from '../../view/time.ts';
import { SeveritySign } from '../common/icons.tsx';
import { type Pair, PairsTable } from '../message/pairs-table.tsx';
import { Value } from '../message/value.tsx';
import { ResultSign } from './token-sign.tsx';

const MAX_OBSERVED = 500;

interface Props {
  readonly part: 'claim' | 'header';
  readonly members: JsonObject;
  readonly verdicts: readonly ClaimVerdict[];
  readonly analysed: AnalysedFlow;
  /** When the message was complete, in milliseconds since the epoch. */
  readonly at: number;
  readonly secrets: readonly string[];
}

function Result({
  verdict,
  analysed,
}: {
  readonly verdict: ClaimVerdict;
  readonly analysed: AnalysedFlow;
}) {
  const { result, told, other, finding, name } = verdict;
  const { messages } = analysed.flow;
  const shows = other !== undefined && (result === 'differs' || /comput|hash/i.test(other.name));
  return (
    <>
      <div class="claim-result" data-testid="claim-result" data-result={result}>
        <ResultSign result={result} /> {safeText(told, messages)}
      </div>
      {shows && (
        <div class="claim-other">
          {safeText(other.name, messages)}:{' '}
          <Value
            name={`${other.name} of ${name}`}
            value={other.value}
            secret={isSecret(name, other.value)}
          />
        </div>
      )}
      {finding && (
        <div>
          {finding.title !== told && (
            <>
              <SeveritySign severity={finding.severity} /> {safeText(finding.title, messages)}:{' '}
            </>
          )}
          {safeText(finding.observed.slice(0, MAX_OBSERVED), messages)}
        </div>
      )}
    </>
  );
}

function Note({
  name,
  value,
  verdict,
  part,
  members,
  analysed,
  at,
}: Omit<Props, 'verdicts' | 'secrets'> & {
  readonly name: string;
  readonly value: unknown;
  readonly verdict: ClaimVerdict | undefined;
}) {
  const meaning = claimMeaning(part, name);
  const when = part === 'claim' ? momentOfClaim(name, value) : null;
  const remark = part === 'claim' ? claimRemark(name, members) : null;
  return (
    <>
      {verdict && <Result verdict={verdict} analysed={analysed} />}
      {when !== null && (
        <div title={momentTitle(when)}>
          {timeOfDay(when)}
          {!verdict && `, ${apart(when, at)} this message`}
        </div>
      )}
      {remark !== null && (
        <div class="warning" data-testid="claim-remark">
          ⚠ {remark}
        </div>
      )}
      {meaning && (
        <div class="quiet">
          {meaning.meaning} <span class="spec">({meaning.spec})</span>
        </div>
      )}
    </>
  );
}

/** 1 for a claim that differs, so that it stands first. */
function wrong(verdicts: ReadonlyMap<string, ClaimVerdict>, name: string): number {
  return verdicts.get(name)?.result === 'differs' ? 1 : 0;
}

/** The claims or the header of a token, each with what it was compared with and what it means. */
export function ClaimTable(props: Props) {
  const { part, members, verdicts, secrets } = props;
  const own = new Map(
    verdicts.flatMap((one) => (one.part === part ? [[one.name, one] as const] : [])),
  );
  const missing = [...own.keys()].filter((name) => !Object.hasOwn(members, name));
  const pairs = [
    ...Object.entries(members),
    ...missing.map((name): [string, unknown] => [name, undefined]),
  ]
    .sort(([a], [b]) => wrong(own, b) - wrong(own, a))
    .map(([name, value]): Pair => {
      const text = value === undefined ? '' : typeof value === 'string' ? value : jsonText(value);
      return {
        name,
        value: text,
        secret: isSecret(name, text),
        note: <Note {...props} name={name} value={value} verdict={own.get(name)} />,
      };
    });
  return (
    <div class="claims">
      <PairsTable
        pairs={pairs}
        label={part === 'claim' ? 'Token claims' : 'Token header'}
        secrets={secrets}
      />
    </div>
  );
}
