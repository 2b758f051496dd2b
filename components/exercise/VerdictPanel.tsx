import { useRef } from 'react';
import { Celebration } from './Celebration';
import { GoalList } from './GoalList';
import { Hints } from './Hints';
import { ProblemList } from './ProblemList';
import type { Work } from './useWork';

/** What the checker says: goals with hints, then problems. */
export function VerdictPanel({ work, panelLevel }: { work: Work; panelLevel: 2 | 4 }) {
  const { data, verdict, opened } = work;
  const PanelTitle = `h${panelLevel}` as const;
  const results = verdict?.report.goals ?? null;
  const all = results?.every(({ status }) => status === 'pass') ?? false;
  // Goals that were reached on an earlier visit are no news.
  const wasOpen = useRef(false);
  if (results && !all) wasOpen.current = true;

  return (
    <>
      <section data-part="goals" aria-label="Goals and hints">
        <PanelTitle className="panel-title">
          Goals{work.solved && <span className="solved">Solved</span>}
        </PanelTitle>
        <GoalList
          goals={data.goals}
          results={results}
          waiting={
            work.check.is === 'broken'
              ? 'The checker itself failed: nothing is known about your files as they are now.'
              : 'The checker is reading your files.'
          }
          lesson={data.lesson}
          onGoTo={opened.goTo}
        />
        {all && <Celebration fresh={wasOpen.current} next={data.next} />}
        {!all && work.link.options.hints !== 'none' && (
          <Hints goals={data.goals} results={results} asked={work.asked} onAsk={work.askForHint} />
        )}
      </section>
      <section data-part="problems" aria-label="What the checker objects to">
        <PanelTitle className="panel-title mt-7">Problems</PanelTitle>
        {verdict && (
          <ProblemList
            diagnostics={verdict.report.diagnostics}
            onGoTo={opened.goTo}
            fixing={work.link.preview ? undefined : { files: work.draft.files, onFix: work.fix }}
          />
        )}
      </section>
    </>
  );
}
