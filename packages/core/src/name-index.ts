/** Names in the order of their first occurrence, found fast when they come in the same order each time. */
export class NameIndex {
  readonly names: string[] = [];
  readonly #positions = new Map<string, number>();

  /** Position of a name, or −1; `expected` is where it is looked for first. */
  find(name: string, expected: number): number {
    return this.names[expected] === name ? expected : (this.#positions.get(name) ?? -1);
  }

  /** Position of a name, which is added where it is new. */
  place(name: string, expected: number): number {
    const found = this.find(name, expected);
    if (found >= 0) return found;
    this.add(name);
    return this.names.length - 1;
  }

  add(name: string): void {
    if (this.#positions.has(name)) return;
    this.#positions.set(name, this.names.length);
    this.names.push(name);
  }
}
