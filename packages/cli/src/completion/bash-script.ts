import type { CommandWords } from './command-words.js';

/** Completion for bash: commands, flags and listed values; elsewhere files. */
export function bashScript(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name }) => name).join(' ');
  const flags = commands.map(
    (command) => `    ${command.name}) words='${command.flags.flatMap(({ names }) => names).join(' ')}' ;;`,
  );
  const values = commands.flatMap(({ name, flags }) =>
    flags
      .filter(({ takesValue }) => takesValue)
      .map(({ names, values }) => `    ${patterns(name, names)}) words='${values.join(' ')}' flag=1 ;;`),
  );
  return `# Completion of goldpan for bash. Add to ~/.bashrc: eval "$(goldpan completion bash)"
_goldpan() {
  local current=\${COMP_WORDS[COMP_CWORD]} command=\${COMP_WORDS[1]} words='' flag=''
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${names}' -- "$current"))
    return
  fi
  case "$command \${COMP_WORDS[COMP_CWORD - 1]}" in
${values.join('\n')}
  esac
  if [ -z "$flag" ] && [[ $current == -* ]]; then
    case "$command" in
${flags.map((line) => `  ${line}`).join('\n')}
    esac
  fi
  [ -z "$words" ] || COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _goldpan goldpan
`;
}

/** `'select --output' | 'select -o'` */
function patterns(command: string, names: readonly string[]): string {
  return names.map((name) => `'${command} ${name}'`).join(' | ');
}
