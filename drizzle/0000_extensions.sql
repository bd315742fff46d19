-- btree_gist lets one GiST index hold the station beside the point; pg_trgm serves look-ups by part of a name.
CREATE EXTENSION IF NOT EXISTS btree_gist;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
