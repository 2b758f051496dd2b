/** What each instruction of a Dockerfile does, in a sentence. Facts: https://docs.docker.com/reference/dockerfile/ */
export const INSTRUCTIONS: Readonly<Record<string, string>> = {
  ADD: 'Copies files from the build context, a URL or a Git repository into the image; local tar archives are unpacked.',
  ARG: 'Declares a variable that exists only while the image is built and that `--build-arg` can set.',
  CMD: 'Sets the command that a container runs, or the arguments of ENTRYPOINT; `docker run` can replace it.',
  COPY: 'Copies files from the build context, or with `--from` from another stage or image, into the image.',
  ENTRYPOINT:
    'Sets the program that a container always starts; CMD and the arguments of `docker run` follow it.',
  ENV: 'Sets an environment variable for the steps that follow and for the running container.',
  EXPOSE: 'Records the port that the service listens on; it publishes nothing by itself.',
  FROM: 'Begins a stage from a base image or from an earlier stage.',
  HEALTHCHECK: 'Tells Docker how to find out whether the service in the container works.',
  LABEL: 'Attaches information to the image as pairs of key and value.',
  MAINTAINER: 'Names the author of the image; deprecated, a LABEL does the same.',
  ONBUILD: 'Keeps an instruction for later: it runs when another image is built from this one.',
  RUN: 'Runs a command while the image is built and keeps what it changes as a layer.',
  SHELL: 'Sets the shell that runs commands written in shell form.',
  STOPSIGNAL: 'Sets the signal that asks the container to stop.',
  USER: 'Sets the user, and optionally the group, for the steps that follow and for the running container.',
  VOLUME: 'Marks a directory whose files live outside the layers of the container.',
  WORKDIR: 'Sets the working directory for the steps that follow, and creates it where it is missing.',
};

/** Where the reference explains an instruction. */
export const referenceOf = (instruction: string) =>
  `https://docs.docker.com/reference/dockerfile/#${instruction.toLowerCase()}`;
