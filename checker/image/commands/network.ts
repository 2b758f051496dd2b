import { identify } from '../identity.ts';
import { baseName } from '../paths.ts';
import { given, PART, type ProgramModel, parseArgs, valueOf, WHOLE } from './model.ts';

/** curl, wget, git clone: what they fetch has an identity of its address; nobody knows its size. */

const CURL_VALUED =
  '-o --output -H --header -d --data -X --request -u --user -A --user-agent -e --referer -b --cookie -c --cookie-jar -T --upload-file -m --max-time --connect-timeout --retry --retry-delay --retry-max-time -w --write-out -x --proxy --cacert --cert --key --resolve -F --form -D --dump-header --output-dir --proto --tlsv --limit-rate -C --continue-at -K --config -r --range -z --time-cond';

const curl: ProgramModel = ({ args, machine, program }) => {
  const parsed = parseArgs(args, CURL_VALUED);
  const identity = identify(program, ...args, machine.variables.identity());
  const output = valueOf(parsed, 'o', 'output');
  if (output !== null) {
    const path = machine.path(output);
    if (path === undefined) machine.files.haze(identity);
    else if (!path.startsWith('/dev/'))
      save(machine, path, identity, `curl: (23) client returned ERROR on write`);
    return WHOLE;
  }
  if (given(parsed, 'O', 'remote-name', 'remote-name-all')) {
    for (const url of parsed.operands) {
      const path =
        url === undefined || given(parsed, 'J', 'remote-header-name')
          ? undefined
          : machine.path(nameInUrl(url));
      if (path === undefined)
        machine.cwd === undefined ? machine.files.haze(identity) : machine.files.blur(machine.cwd, identity);
      else save(machine, path, identity, 'curl: (23) client returned ERROR on write');
    }
  }
  return WHOLE;
};

const wget: ProgramModel = ({ args, machine, program }) => {
  const parsed = parseArgs(
    args,
    '-O --output-document -P --directory-prefix -o --output-file -T --timeout -t --tries -U --user-agent --header --post-data -Y --proxy -e --execute',
  );
  const identity = identify(program, ...args, machine.variables.identity());
  const output = valueOf(parsed, 'O', 'output-document');
  if (given(parsed, 'spider') || output === '-') return WHOLE;
  if (output !== null) {
    const path = machine.path(output);
    if (path === undefined) machine.files.haze(identity);
    else if (!path.startsWith('/dev/')) save(machine, path, identity, `${output}: Permission denied`);
    return WHOLE;
  }
  const prefix = valueOf(parsed, 'P', 'directory-prefix');
  for (const url of parsed.operands) {
    const name =
      url === undefined || prefix === undefined
        ? undefined
        : machine.path(prefix === null ? nameInUrl(url) : `${prefix}/${nameInUrl(url)}`);
    if (name === undefined)
      machine.cwd === undefined ? machine.files.haze(identity) : machine.files.blur(machine.cwd, identity);
    else save(machine, name, identity, `${nameInUrl(url ?? '')}: Permission denied`);
  }
  return WHOLE;
};

function save(
  machine: Parameters<ProgramModel>[0]['machine'],
  path: string,
  identity: string,
  denied: string,
): void {
  if (!machine.denied(path, denied)) machine.writeFile(path, { is: 'derived', identity });
}

function nameInUrl(url: string): string {
  return baseName(url.replace(/[?#].*$/, '').replace(/\/+$/, '')) || 'index.html';
}

const git: ProgramModel = ({ args, machine, program }) => {
  const parsed = parseArgs(args, '-b --branch --depth -C -c --config -o --origin --reference');
  const [verb, url, target] = parsed.operands;
  const identity = identify(program, ...args, machine.variables.identity());
  if (verb === 'clone' && url !== undefined) {
    const path = machine.path(target ?? nameInUrl(url).replace(/\.git$/, ''));
    if (path === undefined) machine.files.haze(identity);
    else if (!machine.denied(path, `fatal: could not create work tree dir '${path}': Permission denied`)) {
      machine.mkdir(path);
      machine.files.blurAll(path, identity);
    }
    return PART;
  }
  if (verb === 'config') return WHOLE;
  machine.unmodelled([program, ...args], 'workdir');
  return PART;
};

export const networkCommands: Readonly<Record<string, ProgramModel>> = { curl, wget, git };
