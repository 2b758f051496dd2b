import type { Instruction, Word } from '../dockerfile/types.ts';
import { unwrap } from '../shell/calls.ts';
import { shellOf } from '../shell/instruction.ts';
import type { ShellCommand } from '../shell/types.ts';
import { finalGroup, rangeOf, unquote } from './place.ts';
import type { Rule, RulePage } from './rule.ts';
import { CREDENTIAL_FILES } from './secret-names.ts';

/** Commands that write credentials into the home directory of the user: their words, and an option that gives them. */
const LOGINS: readonly { words: string; option?: RegExp }[] = [
  { words: 'aws configure set aws_access_key_id' },
  { words: 'aws configure set aws_secret_access_key' },
  { words: 'gcloud auth activate-service-account' },
  { words: 'az login', option: /^(-p|--password|--federated-token)(=|$)/ },
  { words: 'doctl auth init', option: /^(-t|--access-token)(=|$)/ },
];

function isLogin(command: ShellCommand): boolean {
  const call = unwrap(command);
  if (!call) return false;
  const line = `${[call.program, ...call.args.slice(0, 3).map(({ text }) => text)].join(' ')} `;
  return LOGINS.some(
    ({ words, option }) =>
      line.startsWith(`${words} `) && (!option || call.args.some(({ text }) => option.test(text))),
  );
}

/** Whether a path lies in a folder, both taken from the root. */
function liesIn(path: string, folder: string): boolean {
  const clean = (text: string) => unquote(text).replace(/^\.?\/+|\/+$/g, '');
  return clean(path) === clean(folder) || clean(path).startsWith(clean(folder) && `${clean(folder)}/`);
}

/** Variables of ENV and ARG whose credentials file one of the COPYs brings along, and a COPY to such a variable. */
function credentialFiles(instruction: Instruction, copied: readonly Word[]): { name: string; place: Word }[] {
  if (instruction.name === 'copy') {
    const [, name = ''] = /^\$\{?(\w+)\}?$/.exec(unquote(instruction.destination.text)) ?? [];
    return CREDENTIAL_FILES.has(name) ? [{ name, place: instruction.destination }] : [];
  }
  const variables =
    instruction.name === 'env' ? instruction.pairs : instruction.name === 'arg' ? instruction.args : [];
  return variables.flatMap(({ key, value }) =>
    value && CREDENTIAL_FILES.has(key.text) && copied.some(({ text }) => liesIn(value.text, text))
      ? [{ name: key.text, place: value }]
      : [],
  );
}

export const credentialsInLayerPage: RulePage = {
  title: 'Leave no credentials in a layer',
  why: 'A login during the build writes its credentials into the layer, and a key file that is copied stays there. Removing either in a later step does not take it out of the image.',
  sources: ['https://docs.docker.com/build/building/secrets/'],
};

export const credentialsInLayer: Rule = {
  name: 'credentials-in-layer',
  severity: 'warning',
  refs: ['trivy:DS-0031'],
  set: 'default',
  *check({ dockerfile, project }) {
    const final = finalGroup(dockerfile, project.target)?.placed ?? [];
    const copied = final.flatMap(({ instruction }) =>
      instruction.name === 'copy' ? [instruction.destination] : [],
    );
    for (const { instruction } of final) {
      if (instruction.name === 'run') {
        if (instruction.mounts.some(({ type }) => type === 'secret')) continue;
        if (!shellOf(dockerfile, instruction)?.commands.some(isLogin)) continue;
        yield {
          range: instruction.range,
          message:
            'This login leaves its credentials in the layer. Log in and do the work in one RUN with --mount=type=secret, and keep the result only.',
        };
        continue;
      }
      for (const { name, place } of credentialFiles(instruction, copied)) {
        yield {
          range: rangeOf(instruction, place),
          message: `The file that ${name} names lies where files are copied to, and what is copied everyone who pulls the image can read. Mount it when the container starts instead.`,
        };
      }
    }
  },
};
