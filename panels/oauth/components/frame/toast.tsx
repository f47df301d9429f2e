import { useStore } from '../../model/context.ts';
import { visible } from '../../view/visible.ts';

/** What has just happened, where the user looks. Screen readers hear it from the status line. */
export function ToastLine() {
  const toast = useStore().toast.value;
  if (!toast) return null;
  const left = Math.max(4, Math.min(toast.x, window.innerWidth - 260));
  const top = Math.max(4, Math.min(toast.y + 6, window.innerHeight - 34));
  return (
    <p
      class="toast"
      aria-hidden="true"
      data-testid="toast"
      style={{ left: `${left}px`, top: `${top}px` }}
    >
      {visible(toast.text)}
    </p>
  );
}
