import type { ComponentChildren } from 'preact';

interface Props {
  /** Below `docs`, without its ending. */
  readonly page: string;
  readonly children: ComponentChildren;
}

/** A link to a page of the documentation that the extension brings along. It opens in a tab. */
export function PageLink({ page, children }: Props) {
  return (
    <a href={`../../docs/${page}.html`} target="_blank" rel="noopener">
      {children}
    </a>
  );
}

/** The page of a check. */
export const checkPage = (id: string): string => `checks/${id}`;
