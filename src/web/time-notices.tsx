/** What a person should be told about their own time: a year whose holidays are not announced yet. */
export function TimeNotices({ notices }: { notices: readonly { text: string }[] }) {
  if (notices.length === 0) return null;
  return (
    <ul class="banner warn time-notices">
      {notices.map(({ text }) => (
        <li>{text}</li>
      ))}
    </ul>
  );
}
