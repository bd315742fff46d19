import { type Bindings, type EdgeContext, edgeOf } from './runtime/worker';

/** Workers entry: answers requests, and does once a minute what nobody asks for. */
export default {
  fetch: (request: Request, bindings: Bindings, context: EdgeContext) =>
    edgeOf(bindings).fetch(request, context),
  scheduled: (_event: unknown, bindings: Bindings) => edgeOf(bindings).scheduled(),
};
