/** Elements whose text is read as one. */
const BLOCK = 'li, p, td, th, dt, dd, pre, summary, legend, h2, h3, h4, .title, .observed, .where';

/** A run of text of one block, and where each of its nodes begins in it. */
interface TextBlock {
  readonly text: string;
  readonly nodes: readonly { readonly node: Text; readonly at: number }[];
}

/** The texts below an element. Text is not joined across blocks. */
export function* textBlocks(root: Element): Generator<TextBlock> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let block: Element | null = null;
  let text = '';
  let nodes: { node: Text; at: number }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const around = node.parentElement?.closest(BLOCK) ?? root;
    if (around !== block && nodes.length > 0) {
      yield { text, nodes };
      text = '';
      nodes = [];
    }
    block = around;
    nodes.push({ node: node as Text, at: text.length });
    text += node.nodeValue ?? '';
  }
  if (nodes.length > 0) yield { text, nodes };
}

/** A part of a block as a range of the document. */
export function rangeIn({ nodes }: TextBlock, start: number, end: number): Range {
  const range = new Range();
  const first = nodes.findLast(({ at }) => at <= start) ?? nodes[0];
  const last = nodes.findLast(({ at }) => at < end) ?? nodes.at(-1);
  if (first) range.setStart(first.node, start - first.at);
  if (last) range.setEnd(last.node, end - last.at);
  return range;
}
