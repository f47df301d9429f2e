import type { AnalysedFlow } from '../conclusion/analysed-flow.ts';
import { partsOf } from '../conclusion/parts.ts';
import { errorOf } from '../flow/facts/reported-error.ts';
import { hostOf } from '../http/url.ts';
import type { Lane } from '../oauth/define-kind.ts';
import type { Message } from '../oauth/message.ts';
import { lanesOf } from '../oauth/message-kinds.ts';
import { answerWord } from '../words/answers.ts';
import { messageWord } from '../words/kinds.ts';
import { laneWord } from '../words/lanes.ts';
import { partWord } from '../words/relations.ts';
import { severityMark } from '../words/severities.ts';
import { mermaidText } from './escape-markdown.ts';
import { findingsAt } from './findings-at.ts';

const MAX_STEPS = 200;
/** Logins inside logins are drawn to this depth. */
const DEEPEST = 8;

/** The participants of one flow, by the short names of the diagram. */
type Cast = Readonly<Record<Lane, string>>;

/** The flow as a Mermaid sequence diagram, with the flows of `others` that are part of it. */
export function sequenceDiagram(
  analysed: AnalysedFlow,
  redact: (text: string) => string,
  others: readonly AnalysedFlow[] = [],
): string {
  return new Diagram(redact, others).of(analysed);
}

/** The diagram has only filtered words from the network. */
class Diagram {
  readonly #redact: (text: string) => string;
  readonly #others: readonly AnalysedFlow[];
  /** Short names by authorization server. Null is a server that was not seen. */
  readonly #servers = new Map<string | null, string>();
  readonly #lines: string[] = [];
  #drawn = 0;
  #left = 0;
  /** Short names of those who take part. */
  readonly #used = new Set<string>();

  constructor(redact: (text: string) => string, others: readonly AnalysedFlow[]) {
    this.#redact = redact;
    this.#others = others;
  }

  of(analysed: AnalysedFlow): string {
    this.#draw(analysed, this.#castOf(analysed, 'C'), '', 0);
    const shown = this.#participants();
    const [first] = shown;
    if (this.#left > 0 && first)
      this.#lines.push(`Note over ${first.name},${first.name}: and ${this.#left} more`);
    const drawn = shown.map(({ name, word }) => `participant ${name} as ${word}`);
    return ['sequenceDiagram', ...drawn, ...this.#lines].join('\n');
  }

  #participants() {
    const several = this.#servers.size > 1;
    const servers = [...this.#servers].map(([server, name]) => {
      // A colon ends a name in a diagram.
      const host = several && server !== null ? hostOf(server).replace(':', ' port ') : '';
      return { name, word: `${laneWord('authorization server')} ${this.#text(host)}`.trim() };
    });
    const all = [
      { name: 'U', word: laneWord('user agent') },
      { name: 'C', word: laneWord('client') },
      ...servers,
      { name: 'R', word: laneWord('resource server') },
    ];
    return all.filter(({ name }) => this.#used.has(name));
  }

  #castOf({ flow }: AnalysedFlow, client: string): Cast {
    const { authorizationServer } = flow;
    let server = this.#servers.get(authorizationServer);
    if (server === undefined) {
      server = this.#servers.size === 0 ? 'A' : `A${this.#servers.size + 1}`;
      this.#servers.set(authorizationServer, server);
    }
    return {
      'user agent': 'U',
      client,
      'authorization server': server,
      'resource server': 'R',
    };
  }

  #draw(analysed: AnalysedFlow, cast: Cast, prefix: string, depth: number): void {
    const parts = partsOf(analysed, depth < DEEPEST ? this.#others : []);
    for (const [index, message] of analysed.flow.messages.entries()) {
      if (this.#drawn === MAX_STEPS) this.#left += 1;
      else this.#step(analysed, message, index, cast, prefix);
      for (const part of parts.get(index) ?? []) {
        this.#part(part, cast, `${prefix}${index + 1}.`, depth);
      }
    }
  }

  #part(part: AnalysedFlow, outer: Cast, prefix: string, depth: number): void {
    const inside = part.flow.relation === 'inside';
    const cast = this.#castOf(part, inside ? outer['authorization server'] : outer.client);
    const lanes = `${cast.client},${cast['authorization server']}`;
    const client = part.flow.client === null ? '' : `, client ${this.#text(part.flow.client)}`;
    if (this.#drawn < MAX_STEPS) {
      this.#used.add(cast.client).add(cast['authorization server']);
      this.#lines.push(`Note over ${lanes}: ${partWord(part.flow)}${client}`);
    }
    this.#draw(part, cast, prefix, depth + 1);
  }

  #step(analysed: AnalysedFlow, message: Message, index: number, cast: Cast, prefix: string): void {
    this.#drawn += 1;
    const [from, to] = lanesOf(message, analysed.flow.authorizationServer);
    this.#used.add(cast[from]).add(cast[to]);
    this.#lines.push(...this.#arrows(message, `${prefix}${index + 1}`, cast[from], cast[to]));
    for (const { causedBy, severity, title } of findingsAt(analysed, index)) {
      if (causedBy !== null) continue;
      const words = mermaidText(`${severityMark(severity)} ${this.#redact(title)}`);
      this.#lines.push(`Note over ${cast[from]},${cast[to]}: ${words}`);
    }
  }

  #arrows(message: Message, number: string, from: string, to: string): readonly string[] {
    const there = `${from}->>${to}: ${number} ${messageWord(message)}`;
    // An authorization response is itself an answer. Its status only says that the client accepted
    // it.
    if (message.kind === 'authorization-response')
      return [`${there} ${this.#text(errorOf(message) ?? '')}`.trim()];
    const answer = this.#text(answerWord(message.exchange, errorOf(message) ?? ''));
    return [there, `${to}-->>${from}: ${answer}`];
  }

  #text(value: string): string {
    return mermaidText(this.#redact(value));
  }
}
