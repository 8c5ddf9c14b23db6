import { keepMembers } from './edit-members.js';
import { membersOf } from './spans.js';

/**
 * The text of a JSON object with one member set, as its last; a member of that name that was there is taken out. Nothing
 * else changes, to the byte: numbers keep their spelling and their digits. O(length).
 *
 * @param text - an object, known to be valid JSON
 * @param value - the new value, as JSON text
 */
export function setMember(text: string, key: string, value: string): string {
  const without = keepMembers(text, (other) => other !== key);
  const kept = membersOf(without);
  const added = `${JSON.stringify(key)}:${value}`;
  if (kept.length === 0) {
    const open = without.indexOf('{') + 1;
    return without.slice(0, open) + added + without.slice(open);
  }
  const { end } = kept[kept.length - 1];
  return `${without.slice(0, end)},${added}${without.slice(end)}`;
}

/** The text of the value of a member; undefined where the object has none of that name. O(length). */
export function memberText(text: string, key: string): string | undefined {
  const member = membersOf(text).find((each) => each.key === key);
  return member && text.slice(member.valueStart, member.end);
}
