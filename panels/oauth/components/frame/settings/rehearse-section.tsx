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
      Show the view Rehearse, which switches faults such as a refused refresh on in your own
      application
    </label>
  );
}
