import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WorkTree } from '../tree.ts';
import { predictLine, projectOfLine } from './jsonl.ts';
import { type BuildRun, type PredictOptions, predict } from './predict.ts';
import { publicRegistry, type Registry } from './registry.ts';

/** Builds by a real BuildKit, each cold and then once more after an edit. */
interface Recording {
  id: string;
  about: string;
  edit: { kind: string; value?: string; ref?: string; image?: string; edits?: { kind: string }[] };
  after: object;
  first: RecordedRun;
  second: RecordedRun;
}

interface RecordedRun {
  steps?: [name: string, cached: boolean][];
  error: string | null;
}

const FILE = new URL('./recordings.json', import.meta.url);
const recordings = JSON.parse(readFileSync(FILE, 'utf8')) as Recording[];

/** What a line of the protocol cannot say or what nobody can know, each with its reason. */
const NOT_PREDICTED: Readonly<Record<string, string>> = {
  'base-config-label': 'debian:12-label is an image of the recording’s own registry',
  'onbuild-image': 'node:20-onbuild is an image of the recording’s own registry',
  'base-retag': 'the tag was moved to another image, which no field of a line says',
  'no-cache': 'the second build was run with --no-cache, which no field of a line says',
  'no-cache-filter': 'the second build was run with --no-cache-filter, which no field of a line says',
  'copy-dir-chmod-dir-fresh': 'the builder was made to forget the context, which no field of a line says',
};

function shown({
  steps = [],
  error,
}: {
  steps?: readonly (readonly [string, boolean])[];
  error: string | null;
}) {
  // The recordings list the steps of builds that succeeded.
  return error !== null
    ? [`ERROR ${error}`]
    : steps.map(([name, cached]) => `${cached ? 'CACHED ' : ''}${name}`);
}

function predicted({ steps, error }: { steps: { name: string; cached: boolean }[]; error: string | null }) {
  return shown({ steps: steps.map(({ name, cached }) => [name, cached] as const), error });
}

describe('a line of the protocol is answered with what BuildKit did', () => {
  it.each(recordings.filter(({ id }) => !(id in NOT_PREDICTED)))('$id: $about', (recording) => {
    const { first, second } = predictLine({ ...recording, edit: recording.after });
    expect(predicted(first)).toEqual(shown(recording.first));
    expect(predicted(second)).toEqual(shown(recording.second));
  });

  it.each(recordings.filter(({ id }) => id in NOT_PREDICTED))('$id is still not known', (recording) => {
    const { first, second } = predictLine({ ...recording, edit: recording.after });
    const asRecorded = [...shown(recording.first), ...shown(recording.second)];
    expect([...predicted(first), ...predicted(second)]).not.toEqual(asRecorded);
  });

  it('knows at least 95 of 100 recordings', () => {
    expect(Object.keys(NOT_PREDICTED).length).toBeLessThan(recordings.length * 0.05);
    const ids = new Set(recordings.map(({ id }) => id));
    expect(Object.keys(NOT_PREDICTED).filter((id) => !ids.has(id))).toEqual([]);
  });
});

/** The images that the recordings’ registry had beside the public ones. */
const recordedRegistry: Registry = (reference) => {
  if (reference === 'debian:12-label')
    return { ...publicRegistry(reference), layers: publicRegistry('debian:12').layers };
  if (reference !== 'node:20-onbuild') return publicRegistry(reference);
  const triggers = ['COPY package.json ./', 'RUN cp package.json /tmp/ && echo installed', 'COPY . .'];
  return { ...publicRegistry('node:20'), layers: reference, triggers, files: WorkTree.unknown(reference) };
};

function optionsOf({ edit }: Recording): PredictOptions {
  const registry = { first: recordedRegistry, second: recordedRegistry };
  const kinds = [edit.kind, ...(edit.edits ?? []).map(({ kind }) => kind)];
  if (edit.kind === 'registry-retag') {
    registry.second = (reference) =>
      reference === edit.ref
        ? { ...recordedRegistry(reference), layers: recordedRegistry(edit.image ?? '').layers }
        : recordedRegistry(reference);
  }
  const noCache = edit.value === '' ? ('all' as const) : [edit.value ?? ''];
  return {
    registry,
    ...(edit.kind === 'no-cache' && { noCache }),
    freshTransfer: kinds.includes('drop-context-transfer'),
  };
}

describe('with what a line cannot say the prediction is right too', () => {
  const said = [
    'base-config-label',
    'onbuild-image',
    'base-retag',
    'no-cache',
    'no-cache-filter',
    'copy-dir-chmod-dir-fresh',
  ];
  it.each(recordings.filter(({ id }) => said.includes(id)))('$id: $about', (recording) => {
    const runs: Record<'first' | 'second', BuildRun> = predict(
      projectOfLine(recording),
      projectOfLine({ ...recording, ...recording.after }),
      optionsOf(recording),
    );
    expect(predicted(runs.first)).toEqual(shown(recording.first));
    expect(predicted(runs.second)).toEqual(shown(recording.second));
  });
});
