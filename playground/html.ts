const replacements: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Escapes text for HTML, between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => replacements[character] ?? character);
}

interface Page {
  readonly title: string;
  readonly body: string;
  /** `data-*` attributes of the root element. */
  readonly data?: Readonly<Record<string, string>>;
}

/** Builds a document without external resources. */
export function htmlPage({ title, body, data = {} }: Page): string {
  const attributes = Object.entries(data).map(
    ([name, value]) => ` data-${name}="${escapeHtml(value)}"`,
  );
  return `<!doctype html>
<html lang="en"${attributes.join('')}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

const style = `
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; }
button { font: inherit; padding: .3rem .8rem; }
ul { list-style: none; padding: 0; }
li { display: grid; grid-template-columns: 17rem 1fr; gap: 1rem; padding: .3rem 0; align-items: center; }
#status { display: block; padding: .6rem .8rem; border: 1px solid; border-radius: 4px; }
#status[data-state="failed"] { border-left: 6px solid #c33; }
#status[data-state="done"] { border-left: 6px solid #383; }
pre { white-space: pre-wrap; }
`;
