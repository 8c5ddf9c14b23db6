/** Where a text stops being JSON. */
export interface JsonFault {
  /** Offset in UTF-16 units. */
  readonly position: number;
  /** The field that was being read, such as `scores.sysA.human`; empty at the top. */
  readonly field: string;
  /** What stands there, in words. */
  readonly found: string;
}

interface Frame {
  readonly isArray: boolean;
  key: string | number;
  /** The keys so far, where each may be there once. */
  readonly keys?: Set<string>;
}

/**
 * Finds the place and the field at which a text stops being JSON; undefined where it is JSON. Meant for texts that
 * `JSON.parse` refused: its own message names no field. O(length), any depth.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  return faultOf(new Scanner(text, { uniqueKeys: false }));
}

/** The first field of a JSON text that its object has already; undefined where there is none. O(length), any depth. */
export function findRepeatedKey(text: string): JsonFault | undefined {
  return faultOf(new Scanner(text, { uniqueKeys: true }));
}

function faultOf(scanner: Scanner): JsonFault | undefined {
  try {
    scanner.document();
    return undefined;
  } catch (fault) {
    if (fault instanceof Fault) return scanner.describe(fault.position);
    throw fault;
  }
}

class Fault {
  readonly position: number;
  constructor(position: number) {
    this.position = position;
  }
}

const LITERALS = ['true', 'false', 'null'];
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
/** Numbers as Python and JavaScript print them, but JSON does not have. */
const NOT_FINITE = /[+-]?(?:NaN|nan|Infinity|inf)\b/y;

class Scanner {
  readonly #text: string;
  readonly #uniqueKeys: boolean;
  readonly #frames: Frame[] = [];
  #at = 0;

  constructor(text: string, { uniqueKeys }: { uniqueKeys: boolean }) {
    this.#text = text;
    this.#uniqueKeys = uniqueKeys;
  }

  document(): void {
    // One turn per value: containers are kept on a stack of our own, so that depth costs no recursion.
    do {
      if (this.#value()) while (this.#frames.length > 0 && !this.#hasNext());
    } while (this.#frames.length > 0);
    this.#space();
    if (this.#at < this.#text.length) throw new Fault(this.#at);
  }

  describe(position: number): JsonFault {
    const field = this.#frames
      .map(({ isArray, key }, depth) => (isArray ? `[${key}]` : depth === 0 || key === '' ? key : `.${key}`))
      .join('');
    NOT_FINITE.lastIndex = position;
    const word = NOT_FINITE.exec(this.#text)?.[0];
    if (word !== undefined) return { position, field, found: word };
    if (position >= this.#text.length) return { position, field, found: 'the end of the line' };
    const char = String.fromCodePoint(this.#text.codePointAt(position)!);
    return { position, field, found: shown(char) };
  }

  /** Reads a scalar or an empty container, or opens a container; true when the value is complete. */
  #value(): boolean {
    this.#space();
    const char = this.#text[this.#at];
    if (char === '{' || char === '[') return this.#open(char === '[');
    if (char === '"') this.#string();
    else if (!this.#literal() && !this.#match(NUMBER)) throw new Fault(this.#at);
    return true;
  }

  #open(isArray: boolean): boolean {
    this.#at++;
    this.#space();
    if (this.#text[this.#at] === (isArray ? ']' : '}')) {
      this.#at++;
      return true;
    }
    const keys = this.#uniqueKeys && !isArray ? new Set<string>() : undefined;
    this.#frames.push({ isArray, key: isArray ? 0 : '', keys });
    if (!isArray) this.#key();
    return false;
  }

  /** After a value: moves on to the next member, or closes the container. */
  #hasNext(): boolean {
    const frame = this.#frames[this.#frames.length - 1];
    this.#space();
    const char = this.#text[this.#at];
    if (char === ',') {
      this.#at++;
      if (typeof frame.key === 'number') frame.key++;
      else this.#key();
      return true;
    }
    if (char !== (frame.isArray ? ']' : '}')) throw new Fault(this.#at);
    this.#at++;
    this.#frames.pop();
    return false;
  }

  #key(): void {
    this.#space();
    const start = this.#at;
    if (this.#text[start] !== '"') throw new Fault(start);
    this.#string();
    const frame = this.#frames[this.#frames.length - 1];
    const key = JSON.parse(this.#text.slice(start, this.#at)) as string;
    frame.key = key;
    if (frame.keys?.has(key)) throw new Fault(start);
    frame.keys?.add(key);
    this.#space();
    if (this.#text[this.#at] !== ':') throw new Fault(this.#at);
    this.#at++;
  }

  #string(): void {
    for (this.#at++; ; this.#at++) {
      const char = this.#text[this.#at];
      if (char === undefined || char < ' ') throw new Fault(this.#at);
      if (char === '"') break;
      if (char === '\\') this.#escape();
    }
    this.#at++;
  }

  #escape(): void {
    const char = this.#text[++this.#at];
    if (char === 'u') {
      if (!/^[0-9a-fA-F]{4}$/.test(this.#text.slice(this.#at + 1, this.#at + 5)))
        throw new Fault(this.#at + 1);
      this.#at += 4;
    } else if (char === undefined || !'"\\/bfnrt'.includes(char)) throw new Fault(this.#at);
  }

  #literal(): boolean {
    const literal = LITERALS.find((word) => this.#text.startsWith(word, this.#at));
    this.#at += literal?.length ?? 0;
    return literal !== undefined;
  }

  #space(): void {
    this.#match(SPACE);
  }

  #match(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const matched = pattern.test(this.#text);
    if (matched) this.#at = pattern.lastIndex;
    return matched;
  }
}

function shown(char: string): string {
  if (!/[\p{C}\p{Z}]/u.test(char)) return JSON.stringify(char);
  return `the character U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}
