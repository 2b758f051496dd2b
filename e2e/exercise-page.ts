import { expect, type Page } from '@playwright/test';

/** The exercise of the first lesson, driven as a learner drives it: by roles, names and keys. */
export class ExercisePage {
  constructor(readonly page: Page) {}

  async open(id = 'good-python-dockerfile'): Promise<void> {
    await this.page.goto(`exercises/${id}/`);
    await expect(this.page.getByText('To leave the editor by keyboard')).toBeVisible();
    await expect(this.status).toContainText('goals reached');
  }

  get editor() {
    return this.page.getByRole('tabpanel').getByRole('textbox').first();
  }

  get editorFrame() {
    return this.page.getByRole('tabpanel').first();
  }

  get status() {
    return this.page.getByRole('status').filter({ hasText: /goals? reached|checker/ });
  }

  goal(sentence: string) {
    return this.page.getByRole('list', { name: 'Goals' }).getByRole('listitem').filter({ hasText: sentence });
  }

  get problems() {
    return this.page.getByRole('list', { name: 'Problems' });
  }

  async clear(): Promise<void> {
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.press('Delete');
  }

  /** Types a text over everything, key by key. The editor closes brackets and quotes itself, as it does for people. */
  async type(text: string): Promise<void> {
    await this.clear();
    await this.page.keyboard.type(text);
  }

  /** Pastes a text over everything: unlike typed text, the editor does not indent it. */
  async paste(text: string): Promise<void> {
    await this.clear();
    const taken = await this.editor.evaluate((element, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      return !element.dispatchEvent(event);
    }, text);
    if (!taken) await this.page.keyboard.insertText(text);
  }
}
