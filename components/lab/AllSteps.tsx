import type { StepView } from '@/checker/image/runtime/lifecycle.ts';
import { InlineCode } from '../ui/InlineCode';

/** Every step one after the other: for paper, and for readers without JavaScript. */
export function AllSteps({ steps }: { steps: readonly StepView[] }) {
  return (
    <ol className="life-all">
      {steps.map(({ title, text }, at) => (
        <li key={`${at} ${title}`}>
          <strong>{title}.</strong> <InlineCode text={text} />
        </li>
      ))}
    </ol>
  );
}
