import type { AnalysedFlow } from '../../../../src/conclusion/analysed-flow.ts';
import type { Step } from '../../../../src/conclusion/steps.ts';
import { guarded } from '../../../../src/http/own-failure.ts';
import { tokensOf } from '../../../../src/oauth/message-tokens.ts';
import { messageWord } from '../../../../src/words/kinds.ts';
import { useStore } from '../../model/context.ts';
import { remarkedMessage } from '../../model/remarking.ts';
import { Icon } from '../common/icons.tsx';
import { RemarkLine } from '../remarks/remark-body.tsx';
import { CopyMenu } from './copy-menu.tsx';
import { InitiatorLine } from './initiator-line.tsx';
import { BodyTab } from './tab-body.tsx';
import { CookiesTab, hasCookies } from './tab-cookies.tsx';
import { HeadersTab } from './tab-headers.tsx';
import { ParametersTab } from './tab-parameters.tsx';
import { RawTab } from './tab-raw.tsx';
import { ResponseTab } from './tab-response.tsx';
import { TimingTab } from './tab-timing.tsx';
import { TokensTab } from './tab-tokens.tsx';
import { type Tab, Tabs } from './tabs.tsx';

interface Props {
  readonly step: Step;
  readonly analysed: AnalysedFlow;
}

function tabsFor({ step, analysed }: Props): readonly Tab[] {
  const { message } = step;
  const { exchange } = message;
  // If tokens cannot be distinguished from other values, the tab says why.
  const hasTokens = guarded(
    'find the tokens',
    () => {},
    () => tokensOf(message).length > 0,
    () => true,
  );
  const tokens: readonly Tab[] = hasTokens
    ? [{ name: 'Tokens', view: () => <TokensTab step={step} analysed={analysed} /> }]
    : [];
  return [
    { name: 'Parameters', view: () => <ParametersTab step={step} analysed={analysed} /> },
    { name: 'Headers', view: () => <HeadersTab step={step} analysed={analysed} /> },
    { name: 'Body', view: () => <BodyTab exchange={exchange} /> },
    ...tokens,
    { name: 'Response', view: () => <ResponseTab step={step} analysed={analysed} /> },
    ...(hasCookies({ step, analysed })
      ? [{ name: 'Cookies', view: () => <CookiesTab step={step} analysed={analysed} /> }]
      : []),
    { name: 'Timing', view: () => <TimingTab step={step} analysed={analysed} /> },
    { name: 'Raw', view: () => <RawTab exchange={exchange} /> },
  ];
}

/** Everything about one message. */
export function MessageDetail({ step, analysed }: Props) {
  const store = useStore();
  const { exchange } = step.message;
  const openInNetwork = store.openInNetwork(exchange);
  return (
    <section class="detail" aria-label="Message" data-testid="detail">
      <header class="detail-head">
        <h2>
          <span class="quiet">{step.index + 1}</span> {messageWord(step.message)}
        </h2>
        <span class="buttons">
          <CopyMenu step={step} analysed={analysed} />
          {openInNetwork && (
            <button
              type="button"
              class="plain"
              title="Filters the Network panel by this URL; its log may be shorter than this recording"
              data-testid="open-in-network"
              onClick={openInNetwork}
            >
              Open in Network
            </button>
          )}
          <button
            type="button"
            class="tool wide-only"
            aria-label="Close the message"
            title="Close (Esc)"
            onClick={() => store.back()}
          >
            <Icon name="close" />
          </button>
        </span>
      </header>
      <InitiatorLine exchange={exchange} />
      <RemarkLine key={`remark ${step.key}`} remarked={remarkedMessage(step.message)} />
      <Tabs
        key={step.key}
        tabs={tabsFor({ step, analysed })}
        label="Parts of the message"
        selected={store.messageTab}
      />
    </section>
  );
}
