/** Runs when it is rendered as markup. */
export const IMAGE = '<img src=x onerror="globalThis.hostile=1">';

/** Texts that break out of a place that does not treat them as text. */
export const BREAKERS: readonly string[] = [
  IMAGE,
  '"><script>globalThis.hostile=1</script>',
  '](https://evil.example.com) ![i](https://evil.example.com/x)',
  '``` ` `` ```',
  '%%{init: {"theme":"dark"}}%%',
  'x; end; participant Z; Note over U: "y"',
  '\r\n\n# head\n- item\n| cell |\n```mermaid\n',
  '\u001B[31mred\u001B]0;title\u0007\u009B2J',
  '\u202Etxt.exe\u2066\u200B\uFEFF',
  'before\u0000after',
  'high \uD800 low \uDC00',
  `'; touch hostile; "$(id)" \\' %PATH% !1`,
  '__proto__ constructor %E0%A4%A %s {0}',
];

/** All of these texts together. */
export const HOSTILE = BREAKERS.join(' ');
