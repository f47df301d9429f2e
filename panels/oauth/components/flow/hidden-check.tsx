import { useStore } from '../../model/context.ts';

/** The id of a check that the user has hidden, and a button that shows its findings again. */
export function HiddenCheck({ check }: { readonly check: string }) {
  const store = useStore();
  return (
    <span class="hidden-name">
      (<span class="mono">{check}</span>){' '}
      <button
        type="button"
        class="link"
        aria-label={`Show findings of ${check}`}
        onClick={() => store.showCheck(check)}
      >
        Show
      </button>
    </span>
  );
}
