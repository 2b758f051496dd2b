/** Height, in pixels, until the exercise has said how high it is. */
const height = 900;

/** What an author puts into a page to show an exercise there. */
export function embedSnippet(url: string, title: string): string {
  const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<iframe src="${attribute(url)}"
  title="Exercise: ${attribute(title)}"
  width="100%" height="${height}" style="border:0" loading="lazy"
  allow="clipboard-write"></iframe>`;
}
