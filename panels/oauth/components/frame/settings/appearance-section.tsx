/** Explains the appearance, which follows DevTools. */
export function AppearanceSection() {
  return <p class="quiet">The panel follows the theme of DevTools, light or dark.</p>;
}
