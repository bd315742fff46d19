ALTER TABLE "jobs" ADD COLUMN IF NOT EXISTS "import_digest" text;--> statement-breakpoint
DROP INDEX IF EXISTS "job_words_words";--> statement-breakpoint
CREATE INDEX "job_words_words" ON "job_words" USING gin ("words") WITH (fastupdate=true,gin_pending_list_limit=256);
