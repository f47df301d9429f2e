/** The little that a scenario needs of a browser's page; every driver implements it. */
export interface PageDriver {
  /** How long a page is looked at before something is pressed, at least; in milliseconds. */
  readonly look: number;
  goto(url: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Evaluates an expression in the page's main world and returns its JSON value. */
  evaluate<T>(expression: string): Promise<T>;
  /** The newest window that the page opened, while it is there. */
  popup(): Promise<Pick<PageDriver, 'click' | 'evaluate'> | null>;
}
