import { Component, type ComponentChildren } from 'preact';

interface Props {
  /** What could not be shown, for the message. */
  readonly what: string;
  /** When it changes, showing is tried again. */
  readonly retry?: unknown;
  readonly children: ComponentChildren;
}

interface State {
  readonly error: string | null;
  readonly retry: unknown;
}

/** Keeps a defect in one region from taking the others with it. */
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
        {what} could not be shown ({error}). The rest of the panel works; choose something else or{' '}
        <button type="button" class="link" onClick={() => this.setState({ error: null })}>
          try again
        </button>
        .
      </p>
    );
  }
}
