import { elementsOf, membersOf, type Span } from './spans.js';

/** The text of a JSON object without the members that are not kept; nothing else changes, to the byte. O(length). */
export function keepMembers(text: string, isKept: (key: string) => boolean): string {
  return keepSpans(text, membersOf(text), ({ key }) => isKept(key));
}

/** The text of a JSON array without the elements that are not kept, told by their positions; nothing else changes. O(length). */
export function keepElements(text: string, isKept: (at: number) => boolean): string {
  let at = 0;
  return keepSpans(text, elementsOf(text), () => isKept(at++));
}

/** The text of a JSON array with its elements put in other words; what stands between them stays. O(length). */
export function editElements(text: string, edit: (element: string, at: number) => string): string {
  let [result, from] = ['', 0];
  elementsOf(text).forEach(({ start, end }, at) => {
    result += text.slice(from, start) + edit(text.slice(start, end), at);
    from = end;
  });
  return result + text.slice(from);
}

/** The text of a JSON object with the value of a member, where it has one, put in other words. O(length). */
export function editMember(text: string, key: string, edit: (value: string) => string): string {
  const member = membersOf(text).find((each) => each.key === key);
  if (member === undefined) return text;
  const { valueStart, end } = member;
  return text.slice(0, valueStart) + edit(text.slice(valueStart, end)) + text.slice(end);
}

/** Takes out what is not kept: each with the comma before it, or after it where nothing before it is kept. */
function keepSpans<T extends Span>(text: string, spans: readonly T[], isKept: (span: T) => boolean): string {
  let result = '';
  let from = 0;
  let isFirst = true;
  spans.forEach((span, i) => {
    if (isKept(span)) isFirst = false;
    else if (isFirst) {
      result += text.slice(from, span.start);
      from = i + 1 < spans.length ? spans[i + 1].start : span.end;
    } else {
      result += text.slice(from, spans[i - 1].end);
      from = span.end;
    }
  });
  return result + text.slice(from);
}
