import type { Chapter } from './practice';

export const baseImages: Chapter = {
  id: 'base-images',
  title: 'Base images',
  practices: [
    {
      id: 'choose-a-base',
      title: 'Start from a small image that somebody looks after',
      why: 'Everything in the base image is downloaded, scanned and patched with your application, needed or not. Fewer packages mean fewer holes and fewer reports to read.',
      how: 'Take an official image, in its `-slim` variant: Debian without compilers and documentation. `-alpine` is smaller still, but its C library is musl: Python packages without a wheel for it are compiled, and some programs behave otherwise. `distroless` and `scratch` leave out even the shell, which suits programs that bring all they need.',
      sample: { file: 'Dockerfile', language: 'dockerfile', text: 'FROM python:3.14-slim\n' },
      exercises: ['slim-base'],
      rules: ['untrusted-registry'],
    },
    {
      id: 'pin-the-base',
      title: 'Name the version that you tested',
      why: '`latest` is whatever was pushed last. A build that worked on Monday starts from another major version on Tuesday, and nobody changed a line.',
      how: 'A tag with the version line, as here, brings security fixes at each rebuild. For builds that repeat exactly, add the digest, and let Renovate or Dependabot move it; a digest that nobody moves keeps old holes.',
      sample: { file: 'Dockerfile', language: 'dockerfile', text: 'FROM node:24-slim\n' },
      exercises: [],
      rules: ['latest-tag', 'untagged-image', 'compose-image-tag'],
    },
    {
      id: 'platforms',
      title: 'Leave the platform to whoever builds',
      why: 'A platform that is written into `FROM` makes colleagues and servers with other processors emulate it, which is slow, or fails.',
      how: 'Say `--platform` when building. In the file only `$BUILDPLATFORM` belongs there, for a stage that compiles for another processor.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        text: `FROM --platform=$BUILDPLATFORM golang:1.27 AS build
ARG TARGETOS TARGETARCH
WORKDIR /src
COPY go.mod ./
COPY *.go ./
RUN CGO_ENABLED=0 GOOS=$TARGETOS GOARCH=$TARGETARCH go build -o /clock .

FROM scratch
COPY --from=build /clock /clock
USER 65532:65532
ENTRYPOINT ["/clock"]
`,
      },
      exercises: [],
      rules: ['constant-platform', 'fixed-platform', 'redundant-platform', 'base-image-platform'],
    },
    {
      id: 'build-arguments',
      title: 'Let the build work without arguments',
      why: 'A variable that nothing sets is empty. The build then fails far from the cause, or copies to `/` what should have gone to a folder.',
      how: 'Give every `ARG` a default. What `FROM` uses is declared above the first `FROM`; a stage that needs it too declares it again.',
      sample: {
        file: 'Dockerfile',
        language: 'dockerfile',
        text: `ARG PYTHON_VERSION=3.14
FROM python:\${PYTHON_VERSION}-slim
`,
      },
      exercises: [],
      rules: [
        'invalid-default-base',
        'undefined-arg-in-from',
        'undefined-variable',
        'variable-from-base',
        'env-refers-to-itself',
      ],
    },
  ],
};
