/** A fenced code block. */
export interface Fence {
  readonly lang: string;
  readonly code: string;
  /** Line of the first line of code, from 1. */
  readonly line: number;
  /** Offsets of the code in the document. */
  readonly start: number;
  readonly end: number;
  /** What the HTML comment directly above says, such as `output`. */
  readonly mark?: string;
}

const pattern = /(?:<!-- (.+?) -->\n\n?)?^```([\w-]*)\n([\s\S]*?)^```$/gm;

/** The fenced code blocks of a Markdown document that start at the margin, in order. */
export function fences(text: string): Fence[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [whole, mark, lang, code] = match;
    const end = match.index + whole.length - 3;
    const start = end - code.length;
    return { lang, code, line: text.slice(0, start).split('\n').length, start, end, mark };
  });
}
