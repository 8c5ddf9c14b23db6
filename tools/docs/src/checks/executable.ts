/**
 * A snippet as a module that checks its own comments: `expression; // → value`, `expression; // throws CODE`, and
 * `console.log(…); // what it prints`.
 */
export function executable(code: string): string {
  const lines = code.split('\n').map((line) => {
    const [, left, sign, right] = /^(.*?);? *\/\/ (→|throws) (.*)$/.exec(line) ?? [];
    if (sign === '→') return `__same(${left}, ${right}, ${JSON.stringify(line)});`;
    if (sign === 'throws')
      return `await __throws(async () => ${left}, ${JSON.stringify(right)}, ${JSON.stringify(line)});`;
    const [, logged, printed] = /^console\.log\((.*)\); \/\/ (.*)$/.exec(line) ?? [];
    if (logged !== undefined)
      return `__same(__format(${logged}), ${JSON.stringify(printed)}, ${JSON.stringify(line)});`;
    return line;
  });
  return [prelude, ...lines].join('\n');
}

const prelude = `import { isDeepStrictEqual, format as __format, inspect as __inspect } from 'node:util';
const __plain = (value: any): any =>
  ArrayBuffer.isView(value) ? Array.from(value as any)
  : Array.isArray(value) ? value.map(__plain)
  : value !== null && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined).map(([name, one]) => [name, __plain(one)]))
  : value;
const __same = (left: any, right: any, line: string) => {
  if (!isDeepStrictEqual(__plain(left), __plain(right))) throw new Error(line + ' gives ' + __inspect(left));
};
const __throws = async (run: () => any, code: string, line: string) => {
  const error: any = await run().then(() => ({ code: 'nothing' }), (thrown: any) => thrown);
  if (error.code !== code) throw new Error(line + ' throws ' + (error.code ?? error));
};`;
