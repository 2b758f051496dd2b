/** The one file that Compose makes of all, read-only. */
export function MergedFile({ text }: { text: string }) {
  return (
    <>
      <p className="merged-note">
        All files merged, extended and filled in, as <code>docker compose config</code> would show them. It
        keeps the short forms that you wrote. What depends on a variable that nothing sets stays as written.
      </p>
      <pre className="merged-file" role="group" aria-label="Merged Compose file, read only" tabIndex={0}>
        <code>{text}</code>
      </pre>
    </>
  );
}
