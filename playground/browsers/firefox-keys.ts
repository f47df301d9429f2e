/** Code points of keys without a character (WebDriver, "keyboard actions"). */
const CODES: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: '\uE00D',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  F3: '\uE033',
  F6: '\uE036',
  F10: '\uE03A',
  Meta: '\uE03D',
};

/**
 * Converts `Control+l` into WebDriver's characters. Modifiers stay down until the end of the
 * command.
 */
export function webdriverKeys(name: string): string {
  const keys = name === '+' ? [name] : name.split('+');
  return keys.map((key) => CODES[key] ?? key).join('');
}
