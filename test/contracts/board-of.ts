import { expect } from 'vitest';
import { toBoardRow } from '../../src/matching';
import type { Station } from '../../src/stations';
import { answer } from '../support/answers';
import { jobDraft } from '../support/builders';
import type { TestStation } from '../support/station';
import type { BoardUnderTest } from './board.suite';

/** A station's board under the suite, whatever board the station was opened with. */
export function boardOf(t: TestStation): BoardUnderTest {
  const stations = new Map<string, Station>();
  const service = (stationId: string) => t.service(stations.get(stationId));
  return {
    board: t.open.services.board,
    async station() {
      const station = await t.mintStation();
      stations.set(station.id, station);
      return station.id;
    },
    async open(stationId, places) {
      const lines = places.map((place, i) => JSON.stringify(jobDraft({ externalId: String(i), place })));
      const response = await service(stationId).post('/api/import/jobs', lines.join('\n'), {
        'content-type': 'application/x-ndjson',
      });
      const results = (await response.text())
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line));
      for (const result of results) expect(result).toMatchObject({ result: 'created', status: 'open' });
      return results.map((result) => result.id);
    },
    async move(stationId, id, place) {
      await answer(service(stationId).patch(`/api/jobs/${id}`, { place }));
    },
    async end(stationId, id, verb) {
      await answer(service(stationId).post(`/api/jobs/${id}/${verb}`));
    },
    async expected(stationId, id) {
      const found = await t.open.services.stores.jobs.get(stationId, id);
      return found && toBoardRow(found);
    },
    dispose: () => t.close(),
  };
}
