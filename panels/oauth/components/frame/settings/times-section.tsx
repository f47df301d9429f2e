import { useStore } from '../../../model/context.ts';
import { TIME_FORM_WORDS, TIME_FORMS } from '../../../view/time.ts';

/** The form of all times of the panel. */
export function TimesSection() {
  const { times } = useStore().settings;
  return (
    <>
      <fieldset class="time-forms">
        <legend>Form of times</legend>
        {TIME_FORMS.map((form) => (
          <label key={form}>
            <input
              type="radio"
              name="times"
              value={form}
              checked={times.value === form}
              onChange={() => {
                times.value = form;
              }}
            />{' '}
            {TIME_FORM_WORDS[form].name}: {TIME_FORM_WORDS[form].text}
          </label>
        ))}
      </fieldset>
      <p class="quiet">The tooltip of a time has all forms. Reports are always in UTC.</p>
    </>
  );
}
