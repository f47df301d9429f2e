/** What a question resolves to when it was not answered in time. */
export const LATE = Symbol('late');
export type Late = typeof LATE;

/**
 * The answer, or `LATE` when the browser has not answered after that many milliseconds. A browser
 * that throws or refuses gives `failed`. Never rejects.
 */
export async function withDeadline<T, F>(
  ask: () => T | PromiseLike<T>,
  { milliseconds, failed }: { readonly milliseconds: number; readonly failed: F },
): Promise<T | F | Late> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Late>((resolve) => {
    timer = setTimeout(resolve, milliseconds, LATE);
  });
  try {
    return await Promise.race([Promise.resolve(ask()), late]);
  } catch {
    return failed;
  } finally {
    clearTimeout(timer);
  }
}

/** How long a kind of question may take, and what follows when it takes longer. */
export interface QuestionRules<T> {
  readonly milliseconds: number;
  /** Stands for an answer that is late or failed. */
  readonly nothing: T;
  /** Called for the first late answer of a row. */
  readonly onLate: () => void;
}

/** The longest pause after late answers, in milliseconds. */
const LONGEST_PAUSE = 60_000;

/**
 * One kind of question to the browser. After a late answer it is not asked again for a while, which
 * doubles each time, unless the late answer comes after all.
 */
export class Question<T> {
  #rules: QuestionRules<T>;
  #pause = 0;
  #restUntil = 0;

  constructor(rules: QuestionRules<T>) {
    this.#rules = rules;
  }

  async ask(question: () => PromiseLike<T>): Promise<T> {
    const { milliseconds, nothing, onLate } = this.#rules;
    if (Date.now() < this.#restUntil) return nothing;
    const answering = () => {
      const answer = question();
      void answer.then(this.#answered, () => undefined);
      return answer;
    };
    const answer = await withDeadline(answering, { milliseconds, failed: nothing });
    if (answer !== LATE) return answer;
    const first = this.#pause === 0;
    this.#pause = Math.min(LONGEST_PAUSE, Math.max(milliseconds, this.#pause * 2));
    this.#restUntil = Date.now() + this.#pause;
    if (first) onLate();
    return nothing;
  }

  #answered = (): void => {
    this.#pause = 0;
    this.#restUntil = 0;
  };
}
