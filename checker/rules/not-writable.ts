import { identityOfUser, mayWrite } from '../image/permissions.ts';
import { builtOf } from './built.ts';
import type { Rule, RulePage } from './rule.ts';

/** Folders and files that an application is known to write to, by name. */
const WRITTEN = /(^|\/)(data|db|logs?|uploads|storage|cache|tmp|var|instance|media|[\w-]+\.(sqlite3?|db))$/;

export const notWritablePage: RulePage = {
  title: 'Let the application write where it must',
  why: 'COPY and WORKDIR make files for root unless told otherwise, whatever USER says of COPY. A process of another user reads them, and fails when it writes its database, uploads or logs there.',
  sources: ['https://docs.docker.com/reference/dockerfile/#copy---chown---chmod'],
};

export const notWritable: Rule = {
  name: 'not-writable',
  severity: 'warning',
  refs: [],
  set: 'default',
  *check(context) {
    const { image } = builtOf(context);
    if (!image) return;
    const { end } = image;
    const who = identityOfUser(end.config.user, end.accounts);
    if (who.uid === 0 || who.uid === undefined) return;
    const isRoots = (path: string): boolean => {
      const found = end.files.lookup(path);
      if (found.is !== 'present' || found.node.uid !== 0 || found.node.gid !== 0) return false;
      // A context that says nothing of modes has the usual ones, which let nobody else write.
      return found.node.mode === undefined || mayWrite(end.files, path, who) === 'no';
    };
    const told = new Set<string>();
    for (const { instruction, copied, before } of image.steps) {
      if (instruction.name === 'volume') {
        for (const path of end.config.volumes) {
          if (
            before.config.volumes.includes(path) ||
            told.has(path) ||
            mayWrite(end.files, path, who) !== 'no'
          )
            continue;
          if (!instruction.paths.some((word) => word.text === path)) continue;
          told.add(path);
          yield {
            range: instruction.range,
            message: `The user ${end.config.user} may not write to ${path}, for which this declares a volume. Make the folder before VOLUME and give it to that user.`,
          };
        }
      }
      if (instruction.name !== 'copy' && instruction.name !== 'add') continue;
      for (const { destination } of copied) {
        if (!WRITTEN.test(destination) || told.has(destination) || !isRoots(destination)) continue;
        told.add(destination);
        yield {
          range: instruction.range,
          severity: 'info',
          message: `${destination} belongs to root, and the user ${end.config.user} may not write to it. If the application writes there, copy it with --chown=${end.config.user}.`,
        };
      }
    }
  },
};
