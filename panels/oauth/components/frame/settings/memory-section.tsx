import { useStore } from '../../../model/context.ts';
import { forgetSettings } from '../../../model/settings.ts';

/** Where settings are stored, and how to reset them. */
export function MemorySection() {
  const store = useStore();
  const forget = () => {
    forgetSettings(store.settings);
    store.say('Settings reset');
  };
  return (
    <>
      <p class="quiet">
        The filter, the sizes of the panes and these settings are stored in this browser, in the
        storage of the extension. Recordings are never stored.
      </p>
      <button type="button" class="plain" onClick={forget}>
        Reset settings
      </button>
    </>
  );
}
