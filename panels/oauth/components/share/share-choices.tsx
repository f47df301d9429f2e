import { count } from '../../../../src/words/numbers.ts';
import { signMark } from '../../../../src/words/outcomes.ts';
import { useStore } from '../../model/context.ts';
import type { ReplacedKinds } from '../../model/settings.ts';
import { RAW, type SharedPart, type Sharing } from '../../model/sharing.ts';
import { flowTitle } from '../../view/flow-title.ts';

interface Props {
  readonly sharing: Sharing;
}

/** The parts that can be shared, each with its label. */
function partsOf({ of }: Sharing): readonly (readonly [SharedPart, string])[] {
  const { flowId, message, before } = of;
  const flow = before.flows.find((one) => one.flow.id === flowId)?.flow;
  const parts: (readonly [SharedPart, string])[] = [];
  if (flow) parts.push(['flow', `This flow: ${flowTitle(flow)}`]);
  if (flow && message !== null) {
    parts.push(['message', `This message: step ${message + 1} of this flow`]);
  }
  if (before.flows.length > 1) parts.push(['chosen', 'Chosen flows']);
  parts.push(['recording', `The whole recording: ${count(before.flows.length, 'flow')}`]);
  return parts;
}

function ChosenFlows({ sharing }: Props) {
  const ids = sharing.chosen.value;
  const toggle = (id: string): void => {
    sharing.chosen.value = ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
  };
  return (
    <fieldset class="share-flows">
      <legend>Chosen flows</legend>
      {sharing.of.before.flows.map(({ flow, verdict }) => (
        <label key={flow.id}>
          <input
            type="checkbox"
            checked={ids.includes(flow.id)}
            disabled={ids.length === 1 && ids[0] === flow.id}
            onChange={() => toggle(flow.id)}
          />
          {signMark(verdict.sign)} {flowTitle(flow)}
        </label>
      ))}
    </fieldset>
  );
}

/** Each option with what it replaces. */
const KINDS: readonly (readonly [Exclude<keyof ReplacedKinds, 'times'>, string, string])[] = [
  ['personal', 'Personal data', 'Names, mail addresses, phone numbers, IP addresses, user ids'],
  ['hosts', 'Host names', 'Except those that every customer of a provider shares'],
  ['tenants', 'Tenant ids', 'Ids of organisations and realms at providers'],
];

function Replaces() {
  const setting = useStore().settings.shareReplaces;
  const change = (changed: Partial<ReplacedKinds>): void => {
    setting.value = { ...setting.value, ...changed };
  };
  return (
    <fieldset class="share-replaces">
      <legend>Secrets are always replaced. Replace also:</legend>
      {KINDS.map(([kind, label, title]) => (
        <label key={kind} title={title}>
          <input
            type="checkbox"
            checked={setting.value[kind]}
            onChange={({ currentTarget }) => change({ [kind]: currentTarget.checked })}
          />
          {label}
        </label>
      ))}
      <label title="The recording begins at a fixed moment, and all distances stay">
        <input
          type="checkbox"
          checked={setting.value.times === 'relative'}
          onChange={({ currentTarget }) =>
            change({ times: currentTarget.checked ? 'relative' : 'absolute' })
          }
        />
        Date and time
      </label>
    </fieldset>
  );
}

/** What is shared, in which format, and what is replaced. */
export function ShareChoices({ sharing }: Props) {
  const { shareFormat } = useStore().settings;
  const isRaw = sharing.format.value === RAW;
  const chooseFormat = (name: string): void => {
    sharing.format.value = name;
    if (name !== RAW) shareFormat.value = name;
  };
  return (
    <div class="share-choices">
      {!isRaw && (
        <label>
          What
          <select
            value={sharing.part.value}
            data-testid="share-part"
            onChange={({ currentTarget }) => {
              sharing.part.value = currentTarget.value as SharedPart;
            }}
          >
            {partsOf(sharing).map(([part, label]) => (
              <option key={part} value={part}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <label>
        Format
        <select
          value={sharing.format.value}
          data-testid="share-format"
          onChange={({ currentTarget }) => chooseFormat(currentTarget.value)}
        >
          {sharing.formats.value.map(({ name, title, description }) => (
            <option key={name} value={name}>
              {title}, {description}
            </option>
          ))}
          <option value={RAW}>HAR with all values, not redacted</option>
        </select>
      </label>
      {!isRaw && sharing.part.value === 'chosen' && <ChosenFlows sharing={sharing} />}
      {!isRaw && <Replaces />}
    </div>
  );
}
