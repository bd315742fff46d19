import type { Stores } from '../../context';
import type { Db } from '../../db/tx';
import { createBusinessStore } from './businesses';
import { createCandidateStore } from './candidates';
import { createConductStore } from './conduct';
import { createDeskStore } from './desk';
import { createIdempotencyStore } from './idempotency';
import { createJobStore } from './jobs';
import { createAuditLog, createOutbox } from './ledger';
import { createPlacementStore } from './placements';
import { createProjectionStore } from './projections';
import { createRetentionStore } from './retention';
import { createReviewStore } from './review';
import { createRightsStore } from './rights';
import { createStationStore } from './stations';
import { createUrgentStore } from './urgent';

/** Every store over one connection or one transaction. */
export function createStores(db: Db, onChange = () => {}): Stores {
  const outbox = createOutbox(db);
  return {
    stations: createStationStore(db),
    businesses: createBusinessStore(db),
    jobs: createJobStore(db),
    projections: createProjectionStore(db),
    candidates: createCandidateStore(db),
    desk: createDeskStore(db),
    urgent: createUrgentStore(db),
    review: createReviewStore(db),
    placements: createPlacementStore(db),
    conduct: createConductStore(db),
    retention: createRetentionStore(db),
    rights: createRightsStore(db),
    audit: createAuditLog(db),
    outbox: {
      ...outbox,
      push(entries) {
        onChange();
        return outbox.push(entries);
      },
    },
    idempotency: createIdempotencyStore(db),
  };
}
