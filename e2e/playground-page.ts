import { expect, type Page } from '@playwright/test';

/** The playground, driven by roles and names. */
export class PlaygroundPage {
  constructor(readonly page: Page) {}

  async open(fragment = ''): Promise<void> {
    await this.page.goto(`playground/${fragment}`);
    await this.ready();
  }

  async ready(): Promise<void> {
    await expect(this.summary).toContainText('found.');
  }

  /** How many problems there are. */
  get summary() {
    return this.page.getByRole('status').filter({ hasText: /problem|reading/ });
  }

  get files() {
    return this.page.getByRole('list', { name: 'Files of the project' });
  }

  get problems() {
    return this.page.getByRole('list', { name: 'Problems' });
  }

  file(path: string) {
    return this.files.getByRole('button', { name: path, exact: true });
  }

  /** The plain editor's field for a file; whoever asks first switches to that editor. */
  async text(path: string) {
    const plain = this.page.getByRole('button', { name: 'Use the plain editor' });
    if (await plain.isVisible()) await plain.click();
    return this.page.getByRole('textbox', { name: path }).first();
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  async pasteDockerfile(text: string): Promise<void> {
    await this.button('Paste a Dockerfile').click();
    const dialog = this.page.getByRole('dialog', { name: 'Paste a Dockerfile' });
    await dialog.getByRole('textbox', { name: 'The Dockerfile' }).fill(text);
    await dialog.getByRole('button', { name: 'Check this one' }).click();
  }

  async sharedLink(): Promise<string> {
    await this.button('Share').click();
    const dialog = this.page.getByRole('dialog', { name: 'Share this project' });
    const link = await dialog.getByRole('textbox', { name: /^Link/ }).inputValue();
    await dialog.getByRole('button', { name: 'Close' }).click();
    return link;
  }
}
