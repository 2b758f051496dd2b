import type { Chapter } from './practice';

export const packages: Chapter = {
  id: 'packages',
  title: 'Packages and build commands',
  practices: [
    {
      id: 'system-packages',
      title: 'Refresh, install and clean in one step',
      why: 'A package list from last month, kept in the cache, names files that the mirror no longer has. Lists, caches and recommended packages that stay behind make the image bigger for nothing. Nobody is there to answer a question.',
      how: 'One `RUN` for all three, with the package manager’s own switches for scripts. On Alpine: `apk add --no-cache`.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'debian:13-slim',
        text: `RUN apt-get update \\
    && apt-get install -y --no-install-recommends ca-certificates curl \\
    && rm -rf /var/lib/apt/lists/*
`,
      },
      exercises: [],
      rules: [
        'apt-lists',
        'apk-cache',
        'package-cache',
        'no-install-recommends',
        'assume-yes',
        'apt-in-script',
        'update-alone',
      ],
    },
    {
      id: 'upgrades',
      title: 'Take upgrades from the base image',
      why: 'An upgrade inside your build is kept in the cache, so it soon is no upgrade, and it stores the changed files a second time. A change of distribution belongs in `FROM`.',
      how: 'Rebuild regularly with `--pull`, or move the digest. Upgrade a package yourself only while a fix is out and the base image lacks it.',
      sample: { file: 'In a terminal', language: 'bash', text: 'docker build --pull --tag app:1.4.2 .\n' },
      exercises: [],
      rules: ['dist-upgrade', 'upgrade-packages'],
    },
    {
      id: 'versions',
      title: 'Give application packages a version',
      why: 'What is installed without a version differs from build to build, and with it what you tested.',
      how: 'Install from a lock file: `npm ci`, `pip install -r requirements.txt` with versions (and `--require-hashes`), `go.sum`. System packages are another matter: mirrors delete old versions, so an exact version breaks the build one day. There the tag or digest of the base image is the better pin.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'python:3.14-slim',
        text: 'RUN pip install --no-cache-dir uvicorn==0.38.0\nUSER 10001:10001\n',
      },
      exercises: [],
      rules: ['pin-application-packages', 'pin-system-packages'],
    },
    {
      id: 'package-caches',
      title: 'Leave the caches of package managers out',
      why: 'What `pip` and Yarn keep for the next installation is never used again in an image.',
      how: '`pip install --no-cache-dir`, `yarn cache clean` in the same step, or a cache mount, which serves the next build and leaves nothing.',
      exercises: [],
      rules: ['pip-cache', 'yarn-cache'],
    },
    {
      id: 'shell-steps',
      title: 'Let a failing command fail the build',
      why: 'Of `curl … | tar …` the shell reports only the last part: the download fails, and the build goes on with nothing.',
      how: 'Set `pipefail` where a step has a pipe, with a shell that knows it. Choose the shell by `SHELL`, not by moving links. No `sudo`: steps run as root until `USER` says otherwise.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        from: 'debian:13-slim',
        text: `SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN sha256sum /etc/os-release | cut -c 1-64 > /etc/os-release.sha256
`,
      },
      exercises: [],
      rules: ['pipefail', 'command-fails', 'shell-syntax', 'shell-link', 'interactive-program', 'sudo'],
    },
  ],
};
