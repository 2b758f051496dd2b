import { useEffect, useRef, useState } from 'react';
import type { Chosen } from '../playground/from-machine';
import { type Found, RefusedFiles } from '../playground/read-files';
import { Judge, type JudgedExercise, type Judgement, loadJudged } from './judge';
import { type HandedIn, type HandedInExercise, readResultFile } from './result-file';

/** One learner's exercise: what was claimed, and what was found. */
export interface Cell {
  handedIn: HandedInExercise;
  /** Null for an exercise that this guide does not have, undefined until that is known. */
  exercise: JudgedExercise | null | undefined;
  /** Null while the checker is at it. */
  judgement: Judgement | null;
}

export interface Row {
  key: string;
  /** Name of the file. */
  file: string;
  handedIn: HandedIn;
  cells: ReadonlyMap<string, Cell>;
}

/** A file that could not be taken, and why. */
export interface Refusal {
  file: string;
  why: string;
}

export interface Class {
  rows: readonly Row[];
  refused: readonly Refusal[];
  /** Checks that are still to be made. */
  waiting: number;
  take: (reading: Promise<Chosen>) => Promise<void>;
  forget: () => void;
}

/** The result files of a class, judged again one after the other. They are kept nowhere. */
export function useClass(): Class {
  const [rows, setRows] = useState<readonly Row[]>([]);
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const judge = useRef<Judge | null>(null);

  useEffect(() => {
    const started = new Judge();
    judge.current = started;
    return () => started.stop();
  }, []);

  const put = (key: string, id: string, part: Partial<Cell>) =>
    setRows((before) =>
      before.map((row) => {
        const cell = row.cells.get(id);
        return row.key === key && cell
          ? { ...row, cells: new Map(row.cells).set(id, { ...cell, ...part }) }
          : row;
      }),
    );
  const check = async (key: string, handedIn: HandedInExercise) => {
    const exercise = await loadJudged(handedIn.id);
    put(key, handedIn.id, { exercise });
    if (!exercise || !judge.current) return;
    put(key, handedIn.id, { judgement: await judge.current.judge(exercise, handedIn.files) });
  };

  const take = async (reading: Promise<Chosen>) => {
    let found: Found[];
    try {
      found = (await reading).found;
    } catch (error) {
      const why = error instanceof RefusedFiles ? error.message : 'The browser could not read it.';
      setRefused((before) => [...before, { file: 'What was handed over', why }]);
      return;
    }
    for (const { path, read } of found) {
      const file = path.replace(/^\//, '');
      const result = readResultFile(new TextDecoder().decode(await read()));
      if (result.is === 'refused') {
        setRefused((before) => [...before, { file, why: result.why }]);
        continue;
      }
      const { name, savedAt, exercises } = result.result;
      const key = JSON.stringify([file, name, savedAt]);
      const cells = new Map(
        exercises.map((each): [string, Cell] => [
          each.id,
          { handedIn: each, exercise: undefined, judgement: null },
        ]),
      );
      // The same file once more is no second learner.
      setRows((before) =>
        [...before.filter((row) => row.key !== key), { key, file, handedIn: result.result, cells }].sort(
          byName,
        ),
      );
      for (const each of cells.values()) void check(key, each.handedIn);
    }
  };

  return {
    rows,
    refused,
    waiting: rows.reduce((sum, row) => sum + [...row.cells.values()].filter(isWaiting).length, 0),
    take,
    forget() {
      setRows([]);
      setRefused([]);
    },
  };
}

const isWaiting = ({ exercise, judgement }: Cell) => exercise !== null && judgement === null;
const byName = (a: Row, b: Row) =>
  a.handedIn.name.localeCompare(b.handedIn.name) || (a.file < b.file ? -1 : 1);
