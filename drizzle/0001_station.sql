CREATE TABLE "board" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"spot" "point" NOT NULL,
	"packed" "bytea" NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "job_words" (
	"job_id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"spot" "point",
	"words" "tsvector" NOT NULL,
	"text" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "business_members" (
	"business_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "business_members_business_id_user_id_pk" PRIMARY KEY("business_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "businesses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"licence" text,
	"verified_until" timestamp with time zone,
	"contact_sealed" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "businesses_tenant" UNIQUE("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "candidates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"user_id" uuid,
	"name" text NOT NULL,
	"birth_date" date,
	"phone_sealed" "bytea",
	"phone_index" text,
	"home_sealed" "bytea",
	"home_cell" text,
	"mode" text DEFAULT 'walk' NOT NULL,
	"minutes" smallint DEFAULT 15 NOT NULL,
	"free" text,
	"hours_max" smallint,
	"occupations" text[] DEFAULT '{}' NOT NULL,
	"certificates" text[] DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "candidates_tenant" UNIQUE("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"candidate_id" uuid,
	"walk_in_id" uuid,
	"purpose" text NOT NULL,
	"channel" text NOT NULL,
	"witness" text,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "consents_of_someone" CHECK (("consents"."candidate_id" is null) <> ("consents"."walk_in_id" is null))
);
--> statement-breakpoint
CREATE TABLE "interests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"answered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "walk_ins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"candidate_id" uuid,
	"name" text,
	"phone_sealed" "bytea",
	"phone_index" text,
	"origin_sealed" "bytea",
	"origin_cell" text,
	"text_sealed" "bytea",
	"mode" text DEFAULT 'walk' NOT NULL,
	"minutes" smallint DEFAULT 15 NOT NULL,
	"free" text,
	"hours_max" smallint,
	"occupations" text[] DEFAULT '{}' NOT NULL,
	"status" text DEFAULT 'waiting' NOT NULL,
	"merged_into" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "walk_ins_tenant" UNIQUE("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "referral_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note_sealed" "bytea",
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"candidate_id" uuid,
	"walk_in_id" uuid,
	"state" text DEFAULT 'referred' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "referrals_tenant" UNIQUE("station_id","id"),
	CONSTRAINT "referrals_of_someone" CHECK (("referrals"."candidate_id" is null) <> ("referrals"."walk_in_id" is null))
);
--> statement-breakpoint
CREATE TABLE "shortlists" (
	"walk_in_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shortlists_walk_in_id_job_id_pk" PRIMARY KEY("walk_in_id","job_id")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"external_id" text,
	"title" text NOT NULL,
	"occupation" text,
	"description" text DEFAULT '' NOT NULL,
	"engagement" text DEFAULT 'part_time' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"address" text,
	"lat" double precision,
	"lng" double precision,
	"precision" text,
	"pay_amount_fen" integer,
	"pay_max_fen" integer,
	"pay_unit" text,
	"expected_hours" double precision,
	"settlement" text,
	"hourly_fen" integer,
	"schedule_kind" text,
	"at_least" smallint,
	"hours_per_week" double precision,
	"min_block_minutes" smallint,
	"headcount" smallint DEFAULT 1 NOT NULL,
	"benefits" text[] DEFAULT '{}' NOT NULL,
	"requirements" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"contact_sealed" "bytea",
	"valid_through" date,
	"published_at" timestamp with time zone,
	"closed_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "jobs_tenant" UNIQUE("station_id","id"),
	CONSTRAINT "jobs_open_is_complete" CHECK ("jobs"."status" <> 'open' or ("jobs"."lat" is not null and "jobs"."lng" is not null
      and "jobs"."schedule_kind" is not null and "jobs"."hourly_fen" is not null and "jobs"."valid_through" is not null))
);
--> statement-breakpoint
CREATE TABLE "shifts" (
	"job_id" uuid NOT NULL,
	"ordinal" smallint NOT NULL,
	"days" text,
	"date" date,
	"start_minute" smallint NOT NULL,
	"end_minute" smallint NOT NULL,
	CONSTRAINT "shifts_job_id_ordinal_pk" PRIMARY KEY("job_id","ordinal"),
	CONSTRAINT "shifts_day_or_date" CHECK (("shifts"."days" is null) <> ("shifts"."date" is null)),
	CONSTRAINT "shifts_has_length" CHECK ("shifts"."end_minute" > "shifts"."start_minute")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"entity" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"scope" text NOT NULL,
	"key" text NOT NULL,
	"request" text NOT NULL,
	"status" integer,
	"content_type" text,
	"body_sealed" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"code" text NOT NULL,
	"entity_id" uuid NOT NULL,
	"values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"read_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"entity_id" uuid NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"available_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"lat" double precision NOT NULL,
	"lng" double precision NOT NULL,
	"area_class" smallint DEFAULT 1 NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stations_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"password" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"impersonated_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'seeker' NOT NULL,
	"banned" boolean DEFAULT false NOT NULL,
	"ban_reason" text,
	"ban_expires" timestamp with time zone,
	"username" text,
	"display_username" text,
	"phone_number" text,
	"phone_number_verified" boolean DEFAULT false NOT NULL,
	"phone_sealed" "bytea",
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_phone_number_unique" UNIQUE("phone_number")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "board" ADD CONSTRAINT "board_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board" ADD CONSTRAINT "board_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_words" ADD CONSTRAINT "job_words_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_words" ADD CONSTRAINT "job_words_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_members" ADD CONSTRAINT "business_members_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_members" ADD CONSTRAINT "business_members_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_members" ADD CONSTRAINT "business_members_station_id_business_id_businesses_station_id_id_fk" FOREIGN KEY ("station_id","business_id") REFERENCES "public"."businesses"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "businesses" ADD CONSTRAINT "businesses_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "candidates" ADD CONSTRAINT "candidates_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_station_id_candidate_id_candidates_station_id_id_fk" FOREIGN KEY ("station_id","candidate_id") REFERENCES "public"."candidates"("station_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_station_id_walk_in_id_walk_ins_station_id_id_fk" FOREIGN KEY ("station_id","walk_in_id") REFERENCES "public"."walk_ins"("station_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_station_id_job_id_jobs_station_id_id_fk" FOREIGN KEY ("station_id","job_id") REFERENCES "public"."jobs"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interests" ADD CONSTRAINT "interests_station_id_candidate_id_candidates_station_id_id_fk" FOREIGN KEY ("station_id","candidate_id") REFERENCES "public"."candidates"("station_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_ins" ADD CONSTRAINT "walk_ins_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_ins" ADD CONSTRAINT "walk_ins_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_ins" ADD CONSTRAINT "walk_ins_station_id_candidate_id_candidates_station_id_id_fk" FOREIGN KEY ("station_id","candidate_id") REFERENCES "public"."candidates"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "walk_ins" ADD CONSTRAINT "walk_ins_station_id_merged_into_walk_ins_station_id_id_fk" FOREIGN KEY ("station_id","merged_into") REFERENCES "public"."walk_ins"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_events" ADD CONSTRAINT "referral_events_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_events" ADD CONSTRAINT "referral_events_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referral_events" ADD CONSTRAINT "referral_events_station_id_referral_id_referrals_station_id_id_fk" FOREIGN KEY ("station_id","referral_id") REFERENCES "public"."referrals"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_station_id_job_id_jobs_station_id_id_fk" FOREIGN KEY ("station_id","job_id") REFERENCES "public"."jobs"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_station_id_candidate_id_candidates_station_id_id_fk" FOREIGN KEY ("station_id","candidate_id") REFERENCES "public"."candidates"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_station_id_walk_in_id_walk_ins_station_id_id_fk" FOREIGN KEY ("station_id","walk_in_id") REFERENCES "public"."walk_ins"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlists" ADD CONSTRAINT "shortlists_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlists" ADD CONSTRAINT "shortlists_station_id_walk_in_id_walk_ins_station_id_id_fk" FOREIGN KEY ("station_id","walk_in_id") REFERENCES "public"."walk_ins"("station_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shortlists" ADD CONSTRAINT "shortlists_station_id_job_id_jobs_station_id_id_fk" FOREIGN KEY ("station_id","job_id") REFERENCES "public"."jobs"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_station_id_business_id_businesses_station_id_id_fk" FOREIGN KEY ("station_id","business_id") REFERENCES "public"."businesses"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shifts" ADD CONSTRAINT "shifts_job_id_jobs_id_fk" FOREIGN KEY ("job_id") REFERENCES "public"."jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_business_id_businesses_id_fk" FOREIGN KEY ("business_id") REFERENCES "public"."businesses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "board_spot" ON "board" USING gist ("station_id","spot");--> statement-breakpoint
CREATE INDEX "job_words_words" ON "job_words" USING gin ("words") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "job_words_spot" ON "job_words" USING gist ("station_id","spot");--> statement-breakpoint
CREATE UNIQUE INDEX "businesses_name" ON "businesses" USING btree ("station_id","name","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "businesses_licence" ON "businesses" USING btree ("station_id","licence") WHERE "businesses"."licence" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "candidates_user" ON "candidates" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "candidates_phone" ON "candidates" USING btree ("station_id","phone_index");--> statement-breakpoint
CREATE INDEX "candidates_cell" ON "candidates" USING btree ("station_id","home_cell");--> statement-breakpoint
CREATE INDEX "consents_candidate" ON "consents" USING btree ("candidate_id");--> statement-breakpoint
CREATE INDEX "consents_walk_in" ON "consents" USING btree ("walk_in_id");--> statement-breakpoint
CREATE UNIQUE INDEX "interests_once" ON "interests" USING btree ("job_id","candidate_id");--> statement-breakpoint
CREATE INDEX "walk_ins_day" ON "walk_ins" USING btree ("station_id","created_at");--> statement-breakpoint
CREATE INDEX "walk_ins_phone" ON "walk_ins" USING btree ("station_id","phone_index");--> statement-breakpoint
CREATE INDEX "referral_events_referral" ON "referral_events" USING btree ("referral_id","created_at");--> statement-breakpoint
CREATE INDEX "referrals_job" ON "referrals" USING btree ("job_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "referrals_candidate_once" ON "referrals" USING btree ("job_id","candidate_id") WHERE "referrals"."candidate_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "referrals_walk_in_once" ON "referrals" USING btree ("job_id","walk_in_id") WHERE "referrals"."walk_in_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_external" ON "jobs" USING btree ("station_id","external_id") WHERE "jobs"."external_id" is not null;--> statement-breakpoint
CREATE INDEX "jobs_status" ON "jobs" USING btree ("station_id","status","created_at");--> statement-breakpoint
CREATE INDEX "jobs_business" ON "jobs" USING btree ("business_id");--> statement-breakpoint
CREATE INDEX "jobs_expiry" ON "jobs" USING btree ("valid_through") WHERE "jobs"."status" = 'open';--> statement-breakpoint
CREATE INDEX "audit_entity" ON "audit" USING btree ("entity_id");--> statement-breakpoint
CREATE INDEX "audit_station" ON "audit" USING btree ("station_id","seq");--> statement-breakpoint
CREATE INDEX "idempotency_age" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "notices_business" ON "notices" USING btree ("business_id","created_at");--> statement-breakpoint
CREATE INDEX "notices_entity" ON "notices" USING btree ("entity_id","code");--> statement-breakpoint
CREATE INDEX "outbox_available" ON "outbox" USING btree ("available_at","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_provider" ON "accounts" USING btree ("provider_id","account_id");--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username" ON "users" USING btree ("username");--> statement-breakpoint
CREATE INDEX "users_station" ON "users" USING btree ("station_id","role");--> statement-breakpoint
CREATE INDEX "verifications_identifier" ON "verifications" USING btree ("identifier");