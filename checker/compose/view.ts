import { effectiveFile } from './effective.ts';
import type { ComposeProject } from './model.ts';
import { type Picture, picture } from './picture.ts';

/** A Compose project as plain data for whoever draws it; fit for `postMessage`. */
export interface ComposeView {
  /** The one file that its files amount to, as YAML. */
  merged: string;
  picture: Picture;
}

export const composeView = (project: ComposeProject): ComposeView => ({
  merged: effectiveFile(project),
  picture: picture(project),
});
