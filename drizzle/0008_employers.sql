CREATE TABLE "barred_keys" (
	"business_id" uuid NOT NULL,
	"station_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"key_index" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "barred_keys_business_id_kind_key_index_pk" PRIMARY KEY("business_id","kind","key_index")
);
--> statement-breakpoint
CREATE TABLE "job_decisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"decision" text NOT NULL,
	"reason" text,
	"note" text,
	"decided_by" uuid,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"code" text NOT NULL,
	"address_hash" text,
	"account_hash" text,
	"created_at" timestamp with time zone NOT NULL,
	"handled_at" timestamp with time zone,
	CONSTRAINT "reports_address_once" UNIQUE("job_id","address_hash"),
	CONSTRAINT "reports_account_once" UNIQUE("job_id","account_hash")
);
--> statement-breakpoint
CREATE TABLE "warnings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"candidate_id" uuid,
	"walk_in_id" uuid,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "warnings_of_someone" CHECK (("warnings"."candidate_id" is null) <> ("warnings"."walk_in_id" is null))
);
--> statement-breakpoint
DROP INDEX "businesses_licence";--> statement-breakpoint
ALTER TABLE "businesses" ADD COLUMN "licence_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "businesses" ADD COLUMN "licence_index" text;--> statement-breakpoint
ALTER TABLE "businesses" ADD COLUMN "verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "businesses" ADD COLUMN "verified_by" uuid;--> statement-breakpoint
ALTER TABLE "businesses" ADD COLUMN "blocked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "businesses" ADD COLUMN "blocked_because" text;--> statement-breakpoint
ALTER TABLE "jobs" ADD COLUMN "held" text;--> statement-breakpoint
ALTER TABLE "barred_keys" ADD CONSTRAINT "barred_keys_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "barred_keys" ADD CONSTRAINT "barred_keys_station_id_business_id_businesses_station_id_id_fk" FOREIGN KEY ("station_id","business_id") REFERENCES "public"."businesses"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_decisions" ADD CONSTRAINT "job_decisions_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_decisions" ADD CONSTRAINT "job_decisions_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "job_decisions" ADD CONSTRAINT "job_decisions_station_id_job_id_jobs_station_id_id_fk" FOREIGN KEY ("station_id","job_id") REFERENCES "public"."jobs"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_station_id_job_id_jobs_station_id_id_fk" FOREIGN KEY ("station_id","job_id") REFERENCES "public"."jobs"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_station_id_job_id_jobs_station_id_id_fk" FOREIGN KEY ("station_id","job_id") REFERENCES "public"."jobs"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_station_id_candidate_id_candidates_station_id_id_fk" FOREIGN KEY ("station_id","candidate_id") REFERENCES "public"."candidates"("station_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "warnings" ADD CONSTRAINT "warnings_station_id_walk_in_id_walk_ins_station_id_id_fk" FOREIGN KEY ("station_id","walk_in_id") REFERENCES "public"."walk_ins"("station_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "barred_keys_key" ON "barred_keys" USING btree ("station_id","kind","key_index");--> statement-breakpoint
CREATE INDEX "job_decisions_job" ON "job_decisions" USING btree ("job_id","created_at");--> statement-breakpoint
CREATE INDEX "reports_job" ON "reports" USING btree ("job_id","handled_at");--> statement-breakpoint
CREATE INDEX "reports_known" ON "reports" USING btree ("created_at") WHERE "reports"."address_hash" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "warnings_candidate_once" ON "warnings" USING btree ("job_id","candidate_id") WHERE "warnings"."candidate_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "warnings_walk_in_once" ON "warnings" USING btree ("job_id","walk_in_id") WHERE "warnings"."walk_in_id" is not null;--> statement-breakpoint
CREATE INDEX "warnings_due" ON "warnings" USING btree ("due_at") WHERE "warnings"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "warnings_candidate" ON "warnings" USING btree ("candidate_id","created_at");--> statement-breakpoint
ALTER TABLE "businesses" ADD CONSTRAINT "businesses_verified_by_users_id_fk" FOREIGN KEY ("verified_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "businesses_verified" ON "businesses" USING btree ("verified_until");--> statement-breakpoint
CREATE UNIQUE INDEX "businesses_licence" ON "businesses" USING btree ("station_id","licence_index") WHERE "businesses"."licence_index" is not null;--> statement-breakpoint
ALTER TABLE "businesses" DROP COLUMN "licence";