import type { Chapter } from './practice';

export const keeping: Chapter = {
  id: 'keeping',
  title: 'Files that others can keep',
  practices: [
    {
      id: 'labels',
      title: 'Say in labels where an image comes from',
      why: 'An image that is found running somewhere should lead to its source, its version and its licence. Registries, scanners and Renovate read the same labels.',
      how: 'Use the keys of the OCI, `org.opencontainers.image.…`. `MAINTAINER` is deprecated; `authors` is its label.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'python:3.14-slim',
        text: `LABEL org.opencontainers.image.source="https://github.com/example/notes" \\
      org.opencontainers.image.licenses="MIT"
USER 10001:10001
`,
      },
      exercises: [],
      rules: ['label-key', 'label-missing', 'label-superfluous', 'label-value', 'maintainer'],
    },
    {
      id: 'readable',
      title: 'Write the Dockerfile as others do',
      why: 'Old forms work until they do not: BuildKit warns of them today, and a later version may refuse them. One style lets a reader see what differs.',
      how: 'Instructions in upper case, `ENV key=value`, no empty lines inside an instruction. Run `docker build --check .` in CI.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'python:3.14-slim',
        text: `ENV PYTHONDONTWRITEBYTECODE=1 \\
    PYTHONUNBUFFERED=1
USER 10001:10001
`,
      },
      exercises: [],
      rules: [
        'instruction-casing',
        'legacy-key-value',
        'empty-continuation',
        'definition-description',
        'inline-ignore',
        'onbuild-forbidden',
        'before-from',
      ],
    },
  ],
};
