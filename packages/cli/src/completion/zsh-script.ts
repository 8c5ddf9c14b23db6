import type { CommandWords, FlagWords } from './command-words.js';

/** Completion for zsh: commands, flags and listed values with what they mean; elsewhere files. */
export function zshScript(commands: readonly CommandWords[]): string {
  const described = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  const cases = commands.map(
    ({ name, flags }) =>
      `    ${name}) _arguments ${[...flags.map(flagSpec), `'*:file:_files'`].join(' ')} ;;`,
  );
  return `#compdef goldpan
# Completion of goldpan for zsh. Add to ~/.zshrc, after compinit: eval "$(goldpan completion zsh)"
_goldpan() {
  local -a commands=(
${described.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  shift words
  (( CURRENT-- ))
  case $words[1] in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _goldpan ]]; then _goldpan "$@"; else compdef _goldpan goldpan; fi
`;
}

/** Any flag may be repeated, so that none is held back. */
function flagSpec({ names, summary, takesValue, values }: FlagWords): string {
  const meaning = summary.replace(/[[\]:\\]/g, '\\$&');
  const value = !takesValue ? '' : values.length > 0 ? `:value:(${values.join(' ')})` : ':value:_files';
  return names.map((name) => quoted(`*${name}[${meaning}]${value}`)).join(' ');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
