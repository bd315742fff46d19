import { boolean, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, bytes, createdAt } from './columns';
import { stationId } from './stations';

/**
 * Accounts, in the shape that better-auth expects. Phones are never here in clear: `phoneNumber` holds the
 * blind index (HMAC) by which a phone is found, `phoneSealed` the encrypted number.
 */
export const users = pgTable(
  'users',
  {
    id: uuid('id').primaryKey(),
    stationId: stationId(),
    name: text('name').notNull(),
    email: text('email').notNull().unique(),
    emailVerified: boolean('email_verified').notNull().default(false),
    image: text('image'),
    role: text('role').notNull().default('seeker'),
    banned: boolean('banned').notNull().default(false),
    banReason: text('ban_reason'),
    banExpires: at('ban_expires'),
    username: text('username'),
    displayUsername: text('display_username'),
    phoneNumber: text('phone_number').unique(),
    phoneNumberVerified: boolean('phone_number_verified').notNull().default(false),
    phoneSealed: bytes('phone_sealed'),
    createdAt: createdAt(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [uniqueIndex('users_username').on(t.username), index('users_station').on(t.stationId, t.role)],
);

/** Sessions; `token` holds a hash, never what the cookie carries. */
export const sessions = pgTable(
  'sessions',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text('token').notNull().unique(),
    expiresAt: at('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    impersonatedBy: text('impersonated_by'),
    createdAt: createdAt(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('sessions_user').on(t.userId)],
);

/** Credentials: the password hash of staff and admins. */
export const accounts = pgTable(
  'accounts',
  {
    id: uuid('id').primaryKey(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    password: text('password'),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: at('access_token_expires_at'),
    refreshTokenExpiresAt: at('refresh_token_expires_at'),
    scope: text('scope'),
    createdAt: createdAt(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('accounts_provider').on(t.providerId, t.accountId),
    index('accounts_user').on(t.userId),
  ],
);

/** The second step of signing in (RFC 6238) of staff and admins. */
export const secondFactors = pgTable('second_factors', {
  userId: uuid('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  /** The shared secret, sealed. */
  secretSealed: bytes('secret_sealed').notNull(),
  /** Null while it is being set up: it asks nothing of anybody yet. */
  confirmedAt: at('confirmed_at'),
  /** The time step of the code used last: no code opens twice. */
  lastStep: integer('last_step').notNull().default(0),
  /** Keyed hashes of the backup codes that are left. */
  backupHashes: text('backup_hashes').array().notNull().default([]),
  createdAt: createdAt(),
});

/** One-time codes by hashed identifier; `value` holds a hash of the code. */
export const verifications = pgTable(
  'verifications',
  {
    id: uuid('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: at('expires_at').notNull(),
    createdAt: createdAt(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (t) => [index('verifications_identifier').on(t.identifier)],
);
