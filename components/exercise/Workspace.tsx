'use client';

import type { ExerciseData } from './data';

export default function Workspace({ data }: { data: ExerciseData }) {
  return <div className="workspace">{data.title}</div>;
}
