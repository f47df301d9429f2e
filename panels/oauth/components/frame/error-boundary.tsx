import { Component, type ComponentChildren } from 'preact';
import { visible } from '../../view/visible.ts';

interface Props {
  /** The content, as the message names it: `the list`. */
  readonly what: string;
  /** A change renders the content again. */
  readonly retry?: unknown;
  readonly children: ComponentChildren;
}

interface State {
  readonly error: string | null;
  readonly retry: unknown;
}

/** Keeps a defect in one section from breaking the others. */
export class Boundary extends Component<Props, State> {
  override state: State = { error: null, retry: this.props.retry };

  static override getDerivedStateFromProps({ retry }: Props, state: State): State | null {
    return Object.is(retry, state.retry) ? null : { error: null, retry };
  }

  override componentDidCatch(error: unknown): void {
    this.setState({ error: error instanceof Error ? error.message : String(error) });
  }

  override render({ what, children }: Props, { error }: State) {
    if (error === null) return children;
    return (
      <p class="note broken" role="alert">
        Grantscope could not show {what} ({visible(error)}). This is a defect of Grantscope and not
        of the traffic. Everything else works. Please report it with this text, or{' '}
        <button type="button" class="link" onClick={() => this.setState({ error: null })}>
          try again
        </button>
        .
      </p>
    );
  }
}
