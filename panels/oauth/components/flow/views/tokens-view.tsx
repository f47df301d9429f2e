import type { Flow } from '../../../../../src/flow/flow.ts';
import { guarded } from '../../../../../src/http/own-failure.ts';
import { tokensOf } from '../../../../../src/oauth/message-tokens.ts';
import { lazy } from '../../../model/lazy.tsx';
import { OUTSIDE } from '../../../view/outside-flow.ts';
import type { FlowViewTab } from '../flow-views.tsx';

const TokenLives = lazy(() => import('../tokens-body.tsx').then((view) => view.TokenLives));

/** If tokens cannot be distinguished from other values, the tab says why. */
const hasTokens = ({ messages }: Flow): boolean =>
  guarded(
    'find the tokens',
    () => {},
    () => messages.some((message) => tokensOf(message).length > 0),
    () => true,
  );

/** The tokens of the flow: where each was issued and used, and whether it is valid. */
const view: FlowViewTab = {
  title: 'Tokens',
  order: 40,
  applies: ({ flow }) => flow.id !== OUTSIDE && hasTokens(flow),
  View: ({ analysed }) => <TokenLives key={analysed.flow.id} analysed={analysed} />,
};

export default view;
