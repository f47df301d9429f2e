import { useStore } from '../../../model/context.ts';
import { devtoolsTheme, THEME_CHOICES, type ThemeChoice } from '../../../model/theme.ts';

const WORDS: Readonly<Record<ThemeChoice, string>> = {
  devtools: 'Theme of DevTools',
  light: 'Light',
  dark: 'Dark',
};

function followed(): string {
  const theme = devtoolsTheme.value;
  return theme === null
    ? 'DevTools do not say which theme they have, so the panel follows the system.'
    : `DevTools have the ${theme} theme now. The panel changes with them.`;
}

/** The theme of the panel. */
export function AppearanceSection() {
  const { theme } = useStore().settings;
  return (
    <>
      <fieldset class="theme-choices">
        <legend>Theme</legend>
        {THEME_CHOICES.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="theme"
              value={choice}
              checked={theme.value === choice}
              onChange={() => {
                theme.value = choice;
              }}
            />{' '}
            {WORDS[choice]}
          </label>
        ))}
      </fieldset>
      <p class="quiet">
        {theme.value === 'devtools' ? followed() : 'The panel keeps this theme.'} Contrast, forced
        colours and reduced motion follow the system.
      </p>
    </>
  );
}
