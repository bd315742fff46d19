ALTER TABLE "candidates" ADD COLUMN "plain" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "locked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "locked_until" date;--> statement-breakpoint
ALTER TABLE "candidates" ADD COLUMN "locked_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "business_id" uuid;--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "text_version" text DEFAULT '1' NOT NULL;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_station_id_business_id_businesses_station_id_id_fk" FOREIGN KEY ("station_id","business_id") REFERENCES "public"."businesses"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "candidates_locked" ON "candidates" USING btree ("locked_until") WHERE "candidates"."locked_at" is not null;--> statement-breakpoint
CREATE INDEX "consents_business" ON "consents" USING btree ("business_id");--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_employer" CHECK (("consents"."purpose" = 'employer') = ("consents"."business_id" is not null));--> statement-breakpoint
-- The ledger of consent is added to; a row may be withdrawn once, and moves along when two visits are one person's.
-- It goes only with the person it is of: cascades run with the rights of the owner.
REVOKE UPDATE, DELETE, TRUNCATE ON consents FROM station_app;
--> statement-breakpoint
GRANT UPDATE (withdrawn_at, walk_in_id) ON consents TO station_app;
--> statement-breakpoint
-- What was noted in a case stays as it is, under a new key.
GRANT UPDATE (note_sealed) ON wage_case_steps TO station_app;
--> statement-breakpoint
CREATE FUNCTION consents_withdrawn_once() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION 'a consent is withdrawn once' USING ERRCODE = 'check_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER consents_withdrawn_once BEFORE UPDATE OF withdrawn_at ON consents FOR EACH ROW
  WHEN (old.withdrawn_at IS NOT NULL AND new.withdrawn_at IS DISTINCT FROM old.withdrawn_at)
  EXECUTE FUNCTION consents_withdrawn_once();
