CREATE TABLE "calendar_feeds" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"secret_hash" text NOT NULL,
	"scope" jsonb NOT NULL,
	"label" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deadline_numbers" (
	"programme_id" text NOT NULL,
	"seq" integer NOT NULL,
	"process_id" bigint NOT NULL,
	"step" text NOT NULL,
	CONSTRAINT "deadline_numbers_programme_id_seq_pk" PRIMARY KEY("programme_id","seq")
);
--> statement-breakpoint
CREATE TABLE "feed_entries" (
	"programme_id" text NOT NULL,
	"uid" text NOT NULL,
	"fingerprint" text NOT NULL,
	"sequence" integer NOT NULL,
	"entry" jsonb NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"cancelled_at" timestamp with time zone,
	CONSTRAINT "feed_entries_programme_id_uid_pk" PRIMARY KEY("programme_id","uid")
);
--> statement-breakpoint
CREATE TABLE "process_events" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"process_id" bigint NOT NULL,
	"change" jsonb NOT NULL,
	"reason" text,
	"decided_by" text,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "processes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"template" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject" text NOT NULL,
	"cycle" text NOT NULL,
	"start_on" date NOT NULL,
	"facts" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminders_sent" (
	"programme_id" text NOT NULL,
	"key" text NOT NULL,
	"sent_on" date NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminders_sent_programme_id_key_pk" PRIMARY KEY("programme_id","key")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"place" text,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_secret" ON "calendar_feeds" USING btree ("secret_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "deadline_numbers_step" ON "deadline_numbers" USING btree ("process_id","step");--> statement-breakpoint
CREATE UNIQUE INDEX "process_events_once" ON "process_events" USING btree ("programme_id","key");--> statement-breakpoint
CREATE INDEX "process_events_process" ON "process_events" USING btree ("process_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "processes_once" ON "processes" USING btree ("programme_id","template","subject_kind","subject","cycle");--> statement-breakpoint
CREATE INDEX "reminders_sent_on" ON "reminders_sent" USING btree ("programme_id","sent_on");--> statement-breakpoint
CREATE UNIQUE INDEX "units_name" ON "units" USING btree ("programme_id","kind","name");