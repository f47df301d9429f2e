import { useStore } from '../../../model/context.ts';

/** Shows the view that switches faults on in the inspected page. */
export function RehearseSection() {
  const store = useStore();
  const { rehearse } = store.settings;
  return (
    <label>
      <input
        type="checkbox"
        checked={rehearse.value}
        data-testid="rehearse-setting"
        onChange={(event) => {
          rehearse.value = event.currentTarget.checked;
        }}
      />{' '}
      Show the view <strong>Rehearse</strong> of a flow.{' '}
      <span class="quiet">
        It switches one fault at a time on in the inspected page, such as a refused refresh, so that
        you see what your application does. Use it with your own applications.
      </span>
    </label>
  );
}
