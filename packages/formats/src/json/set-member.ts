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
  const members = membersOf(text);
  if (members.some((member) => member.key === key))
    return setMember(
      keepMembers(text, (other) => other !== key),
      key,
      value,
    );
  const added = `${JSON.stringify(key)}:${value}`;
  if (members.length === 0) {
    const open = text.indexOf('{') + 1;
    return text.slice(0, open) + added + text.slice(open);
  }
  const { end } = members[members.length - 1];
  return `${text.slice(0, end)},${added}${text.slice(end)}`;
}

/** The text of the value of a member; undefined where the object has none of that name. O(length). */
export function memberText(text: string, key: string): string | undefined {
  const member = membersOf(text).find((each) => each.key === key);
  return member && text.slice(member.valueStart, member.end);
}
