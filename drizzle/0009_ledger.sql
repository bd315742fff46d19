CREATE TABLE "conduct_facts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"referral_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"about" text NOT NULL,
	"kind" text NOT NULL,
	"on_date" date NOT NULL,
	"said_by" text NOT NULL,
	"note_sealed" "bytea",
	"view" text,
	"view_note_sealed" "bytea",
	"viewed_at" timestamp with time zone,
	"appealed_at" timestamp with time zone,
	"decision" text,
	"reason_sealed" "bytea",
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conduct_facts_tenant" UNIQUE("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"pay_amount_fen" integer,
	"pay_unit" text,
	"expected_hours" double precision,
	"settlement" text,
	"engagement" text NOT NULL,
	"hired_at" timestamp with time zone NOT NULL,
	"ends_on" date,
	"next_due_on" date,
	"dealt_with_before" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "placements_tenant" UNIQUE("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "wage_case_steps" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"owner_id" uuid,
	"note_sealed" "bytea",
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "wage_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"placement_id" uuid NOT NULL,
	"business_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"owner_id" uuid,
	"amount_fen" integer,
	"outcome" text,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "wage_cases_tenant" UNIQUE("station_id","id")
);
--> statement-breakpoint
CREATE TABLE "work_entries" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"placement_id" uuid NOT NULL,
	"work_date" date NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"at_desk" boolean DEFAULT false NOT NULL,
	"minutes" integer,
	"amount_fen" integer,
	"paid_on" date,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "conduct_facts" ADD CONSTRAINT "conduct_facts_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conduct_facts" ADD CONSTRAINT "conduct_facts_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conduct_facts" ADD CONSTRAINT "conduct_facts_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conduct_facts" ADD CONSTRAINT "conduct_facts_station_id_referral_id_referrals_station_id_id_fk" FOREIGN KEY ("station_id","referral_id") REFERENCES "public"."referrals"("station_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conduct_facts" ADD CONSTRAINT "conduct_facts_station_id_business_id_businesses_station_id_id_fk" FOREIGN KEY ("station_id","business_id") REFERENCES "public"."businesses"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_station_id_job_id_jobs_station_id_id_fk" FOREIGN KEY ("station_id","job_id") REFERENCES "public"."jobs"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_station_id_business_id_businesses_station_id_id_fk" FOREIGN KEY ("station_id","business_id") REFERENCES "public"."businesses"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wage_case_steps" ADD CONSTRAINT "wage_case_steps_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wage_case_steps" ADD CONSTRAINT "wage_case_steps_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wage_case_steps" ADD CONSTRAINT "wage_case_steps_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wage_case_steps" ADD CONSTRAINT "wage_case_steps_station_id_case_id_wage_cases_station_id_id_fk" FOREIGN KEY ("station_id","case_id") REFERENCES "public"."wage_cases"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wage_cases" ADD CONSTRAINT "wage_cases_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wage_cases" ADD CONSTRAINT "wage_cases_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "wage_cases" ADD CONSTRAINT "wage_cases_station_id_placement_id_placements_station_id_id_fk" FOREIGN KEY ("station_id","placement_id") REFERENCES "public"."placements"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_entries" ADD CONSTRAINT "work_entries_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_entries" ADD CONSTRAINT "work_entries_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_entries" ADD CONSTRAINT "work_entries_station_id_placement_id_placements_station_id_id_fk" FOREIGN KEY ("station_id","placement_id") REFERENCES "public"."placements"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "conduct_facts_once" ON "conduct_facts" USING btree ("referral_id","about","kind","on_date");--> statement-breakpoint
CREATE INDEX "conduct_facts_business" ON "conduct_facts" USING btree ("station_id","business_id","about");--> statement-breakpoint
CREATE INDEX "conduct_facts_expiry" ON "conduct_facts" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "placements_business" ON "placements" USING btree ("station_id","business_id","id");--> statement-breakpoint
CREATE INDEX "placements_due" ON "placements" USING btree ("next_due_on") WHERE "placements"."next_due_on" is not null;--> statement-breakpoint
CREATE INDEX "wage_case_steps_case" ON "wage_case_steps" USING btree ("case_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "wage_cases_open" ON "wage_cases" USING btree ("placement_id") WHERE "wage_cases"."state" <> 'closed';--> statement-breakpoint
CREATE INDEX "wage_cases_business" ON "wage_cases" USING btree ("station_id","business_id","state");--> statement-breakpoint
CREATE INDEX "wage_cases_owner" ON "wage_cases" USING btree ("owner_id","state");--> statement-breakpoint
CREATE INDEX "work_entries_placement" ON "work_entries" USING btree ("placement_id","seq");--> statement-breakpoint
-- The ledger and the steps of a case are only ever added to.
REVOKE UPDATE, DELETE, TRUNCATE ON work_entries, wage_case_steps FROM station_app;
--> statement-breakpoint
-- Who was hired before there was a ledger has one too.
INSERT INTO placements (id, station_id, job_id, business_id, pay_amount_fen, pay_unit, expected_hours, settlement, engagement, hired_at)
SELECT r.id, r.station_id, r.job_id, j.business_id, j.pay_amount_fen, j.pay_unit, j.expected_hours, j.settlement, j.engagement,
  coalesce((SELECT max(e.created_at) FROM referral_events e WHERE e.referral_id = r.id AND e.kind = 'hired'), r.created_at)
FROM referrals r JOIN jobs j ON j.id = r.job_id WHERE r.state IN ('hired', 'finished', 'revisited');
