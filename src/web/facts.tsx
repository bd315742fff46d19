/** A name with what is known under it: a line, several, or nothing, which is not shown. */
export type Fact = readonly [name: string, value: string | readonly string[] | null];

/** Facts of a definition list, in order. */
export function Facts({ of }: { of: readonly Fact[] }) {
  return (
    <>
      {of.map(([name, value]) => {
        const lines = value === null ? [] : typeof value === 'string' ? [value] : value;
        return lines.length === 0 ? null : (
          <div>
            <dt>{name}</dt>
            <dd>{lines.length === 1 ? lines[0] : lines.map((line) => <span class="line">{line}</span>)}</dd>
          </div>
        );
      })}
    </>
  );
}

/** What a person should be told about their own time: a year whose holidays are not announced yet. */
export function TimeNotices({ notices }: { notices: readonly { text: string }[] }) {
  return (
    <>
      {notices.map(({ text }) => (
        <p class="hint time-notice">{text}</p>
      ))}
    </>
  );
}
