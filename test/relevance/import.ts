import { type GoldenPosting, postingsText, readPostings } from './golden';

/** Sends postings to the station as any importer would; answers NDJSON, a result a line. */
export type Post = (path: string, body: string, headers: Record<string, string>) => Promise<Response>;

/**
 * Imports the golden postings through the station's own import, and lets those through that staff have to see first.
 * @returns the postings by the id that the station gave them
 * @throws Error if a line was not taken or did not open
 */
export async function importGolden(post: Post): Promise<Map<string, GoldenPosting>> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const response = await post('/api/import/jobs', postingsText(), headers);
  const results = (await response.text())
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { externalId: string; id?: string; result: string; status?: string });
  const ids = new Map<string, string>();
  for (const result of results) {
    const { id, status } = result;
    const seen = status === 'review' && (await opened(post, id));
    if (result.result !== 'created' || !(status === 'open' || seen) || !id) {
      throw new Error(`golden posting not opened: ${JSON.stringify(result)}`);
    }
    ids.set(result.externalId, id);
  }
  return new Map(readPostings().map((posting) => [ids.get(posting.label.externalId) ?? '', posting]));
}

/** Whether staff can open what was held back for them to see. */
async function opened(post: Post, id: string | undefined): Promise<boolean> {
  const response = await post(`/api/jobs/${id}/publish`, '{}', { 'content-type': 'application/json' });
  return response.status === 200 && ((await response.json()) as { status: string }).status === 'open';
}
