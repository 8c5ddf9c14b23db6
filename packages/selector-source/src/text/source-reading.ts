import { HASH_START, hashStep } from '@goldpan/stats';
import { CAPITAL, characterClass, DIGIT, JOINER, LETTER, LONE_LETTER, MARK } from './character-class.js';
import { lowerCase } from './lower-case.js';

/**
 * One text, taken apart. Reading another text overwrites it, so that a million texts need the memory of the longest.
 *
 * A word is a run of letters, marks and digits, with apostrophes inside it; in scripts without spaces (Han, kana, Thai and
 * their neighbours) every letter is a word. No dictionary is used: every version of Node, whatever its language data, finds the
 * same words. Texts are read in Unicode normal form C.
 */
export class SourceReading {
  /** Code points; the first `length` count. */
  points = new Uint32Array(0);
  /** The class of each code point (see `characterClass`). */
  classes = new Uint8Array(0);
  length = 0;
  /** First position of each word, the position after it, and the hash of its lower case; the first `words` count. */
  wordStarts = new Uint32Array(0);
  wordEnds = new Uint32Array(0);
  wordHashes = new Uint32Array(0);
  words = 0;

  /** O(length of the text). */
  read(text: string): void {
    const normal = text.normalize('NFC');
    if (this.points.length < normal.length) this.#grow(normal.length * 2);
    this.length = 0;
    for (let i = 0; i < normal.length; i++) {
      const point = normal.codePointAt(i)!;
      if (point > 0xffff) i++;
      this.points[this.length] = point;
      this.classes[this.length++] = characterClass(point);
    }
    this.#findWords();
  }

  #grow(room: number): void {
    this.points = new Uint32Array(room);
    this.classes = new Uint8Array(room);
    this.wordStarts = new Uint32Array(room);
    this.wordEnds = new Uint32Array(room);
    this.wordHashes = new Uint32Array(room);
  }

  #findWords(): void {
    this.words = 0;
    let start = -1;
    for (let i = 0; i < this.length; i++) {
      const kind = this.classes[i] & 15;
      if (kind === LETTER || kind === CAPITAL || kind === DIGIT) {
        if (start < 0) start = i;
      } else if (start < 0 || !this.#continuesWord(kind, i)) {
        if (start >= 0) this.#addWord(start, i);
        start = -1;
        if (kind === LONE_LETTER) this.#addWord(i, i + 1);
      }
    }
    if (start >= 0) this.#addWord(start, this.length);
  }

  /** Whether a character that opens no word belongs to the word before it. */
  #continuesWord(kind: number, at: number): boolean {
    if (kind !== JOINER) return kind === MARK;
    const next = at + 1 < this.length ? this.classes[at + 1] & 15 : 0;
    return next === LETTER || next === CAPITAL || next === DIGIT;
  }

  #addWord(start: number, end: number): void {
    let hash = HASH_START;
    for (let i = start; i < end; i++) hash = hashStep(hash, lowerCase(this.points[i]));
    this.wordStarts[this.words] = start;
    this.wordEnds[this.words] = end;
    this.wordHashes[this.words++] = hash >>> 0;
  }
}
