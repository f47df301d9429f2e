/** One measured value and what it may be. */
interface Line {
  readonly what: string;
  readonly value: number;
  /** Null for a value that is only told. */
  readonly limit: number | null;
  /** Empty for a ratio. */
  readonly unit: '' | 'ms' | 'MB';
}

/** A part of the measurements in a browser. It gets the folder of the built extension. */
export type Part = (folder: string) => Promise<readonly Line[]>;
