CREATE TABLE "offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"fill_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"candidate_id" uuid NOT NULL,
	"wave" smallint NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"answered_at" timestamp with time zone,
	"answer" text
);
--> statement-breakpoint
CREATE TABLE "urgent_fills" (
	"id" uuid PRIMARY KEY NOT NULL,
	"station_id" uuid NOT NULL,
	"job_id" uuid NOT NULL,
	"started_by" uuid,
	"started_at" timestamp with time zone NOT NULL,
	"begins_at" timestamp with time zone NOT NULL,
	"places" smallint NOT NULL,
	"wave" smallint DEFAULT 0 NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_because" text,
	CONSTRAINT "urgent_fills_tenant" UNIQUE("station_id","id")
);
--> statement-breakpoint
DROP INDEX "candidates_cell";--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_station_id_fill_id_urgent_fills_station_id_id_fk" FOREIGN KEY ("station_id","fill_id") REFERENCES "public"."urgent_fills"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_station_id_job_id_jobs_station_id_id_fk" FOREIGN KEY ("station_id","job_id") REFERENCES "public"."jobs"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_station_id_candidate_id_candidates_station_id_id_fk" FOREIGN KEY ("station_id","candidate_id") REFERENCES "public"."candidates"("station_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urgent_fills" ADD CONSTRAINT "urgent_fills_station_id_stations_id_fk" FOREIGN KEY ("station_id") REFERENCES "public"."stations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urgent_fills" ADD CONSTRAINT "urgent_fills_started_by_users_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "urgent_fills" ADD CONSTRAINT "urgent_fills_station_id_job_id_jobs_station_id_id_fk" FOREIGN KEY ("station_id","job_id") REFERENCES "public"."jobs"("station_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "offers_once" ON "offers" USING btree ("fill_id","candidate_id");--> statement-breakpoint
CREATE INDEX "offers_candidate" ON "offers" USING btree ("candidate_id","sent_at");--> statement-breakpoint
CREATE UNIQUE INDEX "urgent_fills_running" ON "urgent_fills" USING btree ("job_id") WHERE "urgent_fills"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "urgent_fills_job" ON "urgent_fills" USING btree ("job_id","started_at");--> statement-breakpoint
CREATE INDEX "consents_standing" ON "consents" USING btree ("candidate_id","purpose") WHERE "consents"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "candidates_cell" ON "candidates" USING btree ("station_id","home_cell","mode","minutes");