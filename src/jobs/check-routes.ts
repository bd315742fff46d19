import { z } from '@hono/zod-openapi';
import { createRouter, describeRoute, jsonAnswer, jsonBody } from '../http/openapi';
import { findingText } from '../web/text/findings';
import { checkDraft, checkDraftSchema, findingSchema } from './check-service';

/** Posting checks while writing: shops and staff. */
export const checkRoutes = createRouter().openapi(
  describeRoute({
    method: 'post',
    path: '/api/jobs/check',
    summary: 'What a draft breaks or lacks, with the article of law and a lawful rewording; stores nothing',
    request: jsonBody(checkDraftSchema),
    responses: {
      200: jsonAnswer(z.object({ findings: z.array(findingSchema) }), 'Findings in the order of the fields'),
    },
  }),
  (c) => {
    const findings = checkDraft(c.get('ctx'), c.req.valid('json'));
    return c.json({ findings: findings.map((one) => ({ ...one, text: findingText(one) })) }, 200);
  },
);
