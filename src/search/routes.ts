import { z } from '@hono/zod-openapi';
import type { TimeReading } from '../hours';
import { createRouter, describeRoute, jsonAnswer, jsonBody } from '../http/openapi';
import { shanghaiDate } from '../kernel/clock';
import { questionText, readBackText } from '../web/text/hours';
import { readText, timeSaidBack, understandSaid } from './said';
import { anyText, suggestionSchema, understandingSchema, understandSchema } from './schema';
import { MAX_PREFIX_LENGTH, suggest } from './suggest';

const suggestParams = z.object({ q: anyText.default(''), station: z.string().max(60).optional() });

/** Reading and completing words: open to everyone. */
export const searchRoutes = createRouter()
  .openapi(
    describeRoute({
      method: 'post',
      path: '/api/understand',
      summary:
        'What a text says of a person and their week, a sentence that says it back, and what is left open',
      request: jsonBody(understandSchema),
      responses: { 200: jsonAnswer(understandingSchema, 'The reading; empty where nothing was understood') },
    }),
    async (c) => {
      const { lexicon, clock } = c.get('ctx');
      const { text, today = shanghaiDate(clock.now()) } = c.req.valid('json');
      const understood = understandSaid(text, lexicon, today);
      const parts = timeSaidBack(understood.time);
      const questions = (understood.time?.questions ?? []) as TimeReading['questions'];
      return c.json(
        {
          understood: readText(understood),
          readBack: parts && readBackText(parts),
          questions: questions.map(({ about }) => ({ about, text: questionText(about) })),
        },
        200,
      );
    },
  )
  .openapi(
    describeRoute({
      method: 'get',
      path: '/api/suggest',
      summary: 'Completions of what somebody types: by characters, pinyin, initials and mixtures; best first',
      request: { query: suggestParams },
      responses: { 200: jsonAnswer(z.object({ items: z.array(suggestionSchema) }), 'Ten at most') },
    }),
    (c) => {
      const q = c.req.valid('query').q.slice(0, MAX_PREFIX_LENGTH);
      // Of words everybody may keep what was answered: they change with the software only.
      c.header('cache-control', 'public, max-age=600');
      return c.json({ items: suggest(q, c.get('ctx').lexicon) }, 200);
    },
  );
