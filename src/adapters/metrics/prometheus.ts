import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../../http/env';

/** Metrics of one process in the Prometheus format. @param lag asked at each scrape */
export function createMetrics(lag: () => Promise<{ waiting: number; oldestMs: number }>): Metrics {
  const registers = [new Registry()];
  collectDefaultMetrics({ register: registers[0] as Registry });
  const requests = new Histogram({
    name: 'station_request_seconds',
    help: 'Duration of requests by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  const degraded = new Counter({
    name: 'station_search_degraded_total',
    help: 'Searches that a fallback answered: Postgres for the search engine, the estimate for the street router',
    labelNames: ['reason'],
    registers,
  });
  const waiting = new Gauge({
    name: 'station_outbox_waiting',
    help: 'Changes the index has yet to hear of',
    registers,
  });
  const oldest = new Gauge({
    name: 'station_outbox_oldest_seconds',
    help: 'Age of the oldest of them',
    registers,
  });
  const database = new Gauge({
    name: 'station_database_up',
    help: 'Whether the database answered at this scrape',
    registers,
  });
  return {
    request: ({ method, route, status }, seconds) => requests.observe({ method, route, status }, seconds),
    degraded: (reason) => degraded.inc({ reason }),
    async text() {
      // A scrape is most wanted while the database is down: then the figures of the outbox stay as they were.
      const now = await lag().catch(() => null);
      database.set(now ? 1 : 0);
      if (now) {
        waiting.set(now.waiting);
        oldest.set(now.oldestMs / 1000);
      }
      return (registers[0] as Registry).metrics();
    },
  };
}
