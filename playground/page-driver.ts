/** The part of a browser's page that a scenario needs. Every driver implements it. */
export interface PageDriver {
  /** Least milliseconds to look at a page before pressing something. */
  readonly look: number;
  goto(url: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Evaluates an expression in the page's main world and returns its JSON value. */
  evaluate<T>(expression: string): Promise<T>;
  /** The newest window that the page opened, while it is there. */
  popup(): Promise<Pick<PageDriver, 'click' | 'evaluate'> | null>;
}
