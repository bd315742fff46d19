ALTER TABLE "candidates" ADD COLUMN "time_sealed" "bytea";--> statement-breakpoint
ALTER TABLE "walk_ins" ADD COLUMN "time_sealed" "bytea";