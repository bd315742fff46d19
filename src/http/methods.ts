const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * Methods that a path answers to, for whoever came with another one (RFC 9110, section 15.5.6).
 * @param routes the application's; middleware for all methods does not count
 */
export function allowedMethods(routes: readonly { method: string; path: string }[], path: string): string[] {
  const segments = path.split('/');
  const fits = (pattern: string) => {
    const parts = pattern.split('/');
    return (
      parts.length === segments.length &&
      parts.every((part, i) => (part.startsWith(':') ? segments[i] !== '' : part === segments[i]))
    );
  };
  return METHODS.filter((method) => routes.some((route) => route.method === method && fits(route.path)));
}
