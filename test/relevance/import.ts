import { type GoldenPosting, postingsText, readPostings } from './golden';

/** Sends postings to the station as any importer would; answers NDJSON, a result a line. */
export type Post = (path: string, body: string, headers: Record<string, string>) => Promise<Response>;

/**
 * Imports the golden postings through the station's own import.
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
    if (result.result !== 'created' || !result.id) {
      throw new Error(`golden posting not taken: ${JSON.stringify(result)}`);
    }
    // Work with children and the like waits for somebody who looks at it.
    if (result.status === 'review') await approve(post, result.id);
    ids.set(result.externalId, result.id);
  }
  return new Map(readPostings().map((posting) => [ids.get(posting.label.externalId) ?? '', posting]));
}

async function approve(post: Post, id: string): Promise<void> {
  const answer = await post(`/api/jobs/${id}/publish`, '{}', { 'content-type': 'application/json' });
  if (!answer.ok) throw new Error(`golden posting not opened: ${await answer.text()}`);
}
