import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { copyText } from '../../actions/clipboard.ts';
import { useStore } from '../../model/context.ts';

const SHOWN_FOR = 2_000;

/** The text to copy, or the reason why there is none. */
export type Copied = string | { readonly refused: string };

interface Props {
  readonly text: () => Copied | Promise<Copied>;
  readonly children: ComponentChildren;
  readonly testId?: string;
  readonly class?: string;
  readonly title?: string;
  /** The button keeps the focus, but there is nothing to copy yet. */
  readonly disabled?: boolean;
}

/** Copies, and says so on the button. */
export function CopyButton(props: Props) {
  const { text, children, testId, class: tone = 'plain', title, disabled = false } = props;
  const store = useStore();
  const [answer, setAnswer] = useState<string | null>(null);
  useEffect(() => {
    if (answer === null) return;
    const timer = setTimeout(() => setAnswer(null), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [answer]);
  const copy = async () => {
    if (disabled) return;
    const copied = await text();
    if (typeof copied !== 'string') {
      store.say(copied.refused);
      setAnswer('Not copied');
      return;
    }
    const done = await copyText(copied);
    setAnswer(done ? 'Copied' : 'Not copied');
    if (done) store.say('Copied', { seen: false });
    else store.say('The browser did not let the panel copy.');
  };
  return (
    <button
      type="button"
      class={`${tone} copy`}
      onClick={() => void copy()}
      data-testid={testId}
      title={title}
      aria-disabled={disabled}
    >
      <span class={answer === null ? '' : 'gone'}>{children}</span>
      {answer !== null && <span class="answer">{answer}</span>}
    </button>
  );
}
