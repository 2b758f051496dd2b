import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { GoalResult } from '@/checker/types.ts';
import type { GoalText } from '../exercise/data';
import { hostOrigin, type Message, NAME, type News, progressNews, VERSION, wishIn } from './messages';

interface Embedded {
  id: string;
  title: string;
  goals: GoalText[];
}

/**
 * Speaks with the page around the frame.
 * @param content - the element whose height that page should give the frame.
 * @returns what takes the results of each check.
 */
export function useHost(
  { id, title, goals }: Embedded,
  content: RefObject<HTMLElement | null>,
): (results: readonly GoalResult[]) => void {
  /** The latest news of each kind, for a page that began to listen late. */
  const told = useRef(new Map<News['type'], News>());

  const tell = useCallback(
    (news: News) => {
      told.current.set(news.type, news);
      if (parent === window) return;
      const message: Message = { source: NAME, version: VERSION, exercise: id, ...news };
      parent.postMessage(message, hostOrigin(location.hash));
    },
    [id],
  );

  useEffect(() => {
    tell({ type: 'ready', title, goals: goals.map(({ id: goal, sentence }) => ({ id: goal, sentence })) });
    const hear = (event: MessageEvent) => {
      const wish = wishIn(event, hostOrigin(location.hash), parent);
      if (wish?.type === 'hello') for (const news of told.current.values()) tell(news);
      if (wish?.type === 'theme') showTheme(wish.theme);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, [tell, title, goals]);

  useEffect(() => {
    const element = content.current;
    if (!element) return;
    const observer = new ResizeObserver(() =>
      tell({ type: 'height', height: Math.ceil(element.getBoundingClientRect().height) }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [tell, content]);

  return useCallback(
    (results) => {
      const news = progressNews(goals, results);
      const before = told.current.get('progress');
      if (JSON.stringify(before) === JSON.stringify(news)) return;
      tell(news);
      if (news.reached === news.total) tell({ type: 'done', at: new Date().toISOString() });
      // Who listens late must not be told that something is done that no longer is.
      else told.current.delete('done');
    },
    [tell, goals],
  );
}

/** For this frame alone; what the reader chose for the guide is left as it is. */
function showTheme(theme: 'light' | 'dark' | 'system'): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
