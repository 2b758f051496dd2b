import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ExerciseData, Files } from './data';

/** Of a file that everybody may read and its owner may change, and of one that may be started too. */
const modes = { file: 0o644, program: 0o755 };

/**
 * The exercise as a folder that builds elsewhere: the application's files, the learner's, and a README. Made the
 * same of the same files.
 */
export function exerciseZip(data: ExerciseData, files: Files): Uint8Array {
  const all: Files = { ...files, 'README.md': files['README.md'] ?? readme(data) };
  const entries = Object.entries(all).map(([path, text]): [string, Zippable[string]] => {
    const mode = text.startsWith('#!') || path.endsWith('.sh') ? modes.program : modes.file;
    // The upper half of the attributes is what Unix calls the mode; 3 says that a Unix made the file.
    return [`${data.id}/${path}`, [strToU8(text), { os: 3, attrs: mode << 16, mtime: new Date(1980, 0, 1) }]];
  });
  return zipSync(Object.fromEntries(entries), { level: 9 });
}

function readme({ id, title, commands }: ExerciseData): string {
  return `# ${title}

From "Cloud Native Development with Containers", exercise ${id}. In this folder:

${commands.map((command) => `    ${command}`).join('\n')}
`;
}
