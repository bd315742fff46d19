import type { BetterAuthOptions } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { betterAuth } from 'better-auth/minimal';
import { admin } from 'better-auth/plugins/admin';
import { phoneNumber } from 'better-auth/plugins/phone-number';
import { username } from 'better-auth/plugins/username';
import { deviceOf, PASSWORD_LENGTH, SESSION_LIFE_MS } from '../../accounts';
import { accounts, sessions, users, verifications } from '../../db/schema';
import type { Db } from '../../db/tx';
import type { Clock } from '../../kernel/clock';
import type { Id, IdSource } from '../../kernel/ids';
import type { Vault } from '../../trust';
import { sessionCookie } from './session-cookie';
import { hashSessionTokens } from './session-tokens';

/** What a sign-in by code brings along; better-auth hands it through to `provePhone`. */
export interface PhoneProof {
  stationId: Id;
  phone: string;
  code: string;
  /** Key of the account that is to be entered, see `PhoneAccounts.meant`. */
  phoneNumber: string;
}

/** Path of better-auth's own sign-in by name: staff and admins sign in by no other. */
const PASSWORD_PATH = '/sign-in/username';
/** A station's id, a slash, and a user name of 2 to 30 characters. */
const USERNAME_LENGTH = { least: 36 + 1 + 2, most: 36 + 1 + 30 };

/**
 * better-auth, set up so that nothing of it is reachable but through `auth.api`: its HTTP handler is not
 * mounted anywhere. Its logger is off, because what it logs may hold SQL with personal data; its errors throw.
 */
export function createAuth(deps: {
  db: Db;
  vault: Vault;
  clock: Clock;
  ids: IdSource;
  secret: string;
  baseUrl: string;
  secureCookies: boolean;
  /** Checks the code and sees to it that the phone has an account. @throws when the code is wrong */
  provePhone: (proof: PhoneProof) => Promise<void>;
}) {
  const { db, vault, clock, ids } = deps;
  const adapter = drizzleAdapter(db, {
    provider: 'pg',
    schema: { user: users, session: sessions, account: accounts, verification: verifications },
    transaction: true,
  });
  return betterAuth({
    baseURL: deps.baseUrl,
    secret: deps.secret,
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    database: (options: BetterAuthOptions) =>
      hashSessionTokens(adapter(options), (token) => vault.blindIndex('session', token)),
    user: { additionalFields: { stationId: { type: 'string', required: true } } },
    session: { expiresIn: SESSION_LIFE_MS.code / 1000 },
    emailAndPassword: { enabled: false, maxPasswordLength: PASSWORD_LENGTH.most },
    advanced: {
      cookiePrefix: 'station',
      useSecureCookies: deps.secureCookies,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => ids.next() },
    },
    databaseHooks: {
      session: {
        create: {
          async before(session, context) {
            const now = clock.now();
            const life = context?.path === PASSWORD_PATH ? SESSION_LIFE_MS.password : SESSION_LIFE_MS.code;
            const at = new Date(now);
            // What the browser calls itself tells people apart; what kind of machine it is is enough.
            const userAgent = deviceOf(session.userAgent ?? '');
            return {
              data: { ...session, userAgent, createdAt: at, updatedAt: at, expiresAt: new Date(now + life) },
            };
          },
        },
      },
    },
    plugins: [
      phoneNumber({
        // The plugin's own codes lie in the database in clear and are sent without limit: none are made.
        sendOTP() {
          throw new Error('codes are not sent this way');
        },
        async verifyOTP(_, context) {
          await deps.provePhone(context?.body as PhoneProof);
          return true;
        },
      }),
      username({
        minUsernameLength: USERNAME_LENGTH.least,
        maxUsernameLength: USERNAME_LENGTH.most,
        usernameValidator: (key) => /^[0-9a-f-]{36}\/\S+$/.test(key),
        usernameNormalization: false,
      }),
      admin({ defaultRole: 'seeker' }),
      sessionCookie,
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;
