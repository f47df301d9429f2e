import { useStore } from '../../../model/context.ts';
import { forgetSettings } from '../../../model/settings.ts';

/** Where settings are kept, and how to be rid of them. */
export function MemorySection() {
  const store = useStore();
  const forget = () => {
    forgetSettings(store.settings);
    store.say('Settings forgotten');
  };
  return (
    <>
      <p class="quiet">
        The filter, the sizes of the panes and everything set here, in this browser’s storage of the
        extension. Nothing of what is recorded is kept.
      </p>
      <button type="button" class="plain" onClick={forget}>
        Forget all settings
      </button>
    </>
  );
}
