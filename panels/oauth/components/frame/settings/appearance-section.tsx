/** What the panel looks like, which is DevTools' to decide. */
export function AppearanceSection() {
  return <p class="quiet">The panel follows the theme of DevTools, light or dark.</p>;
}
