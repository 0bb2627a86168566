CREATE SEQUENCE "public"."instance_ids" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "outgoing_mails" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"ticket_id" bigint,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"message_id" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"html" text NOT NULL,
	"in_reply_to" text,
	"references" text[] NOT NULL,
	"headers" jsonb NOT NULL,
	"state" text NOT NULL,
	"claimed_by" bigint,
	"attempts" integer DEFAULT 0 NOT NULL,
	"last_error" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "posts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"ticket_id" bigint,
	"key" text NOT NULL,
	"platform" text NOT NULL,
	"channel" text NOT NULL,
	"reply" jsonb NOT NULL,
	"state" text NOT NULL,
	"claimed_by" bigint,
	"attempts" integer DEFAULT 0 NOT NULL,
	"may_be_out" boolean DEFAULT false NOT NULL,
	"last_error" text,
	"address" text,
	"created_at" timestamp with time zone NOT NULL,
	"posted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"mailbox_id" text NOT NULL,
	"uid_validity" bigint NOT NULL,
	"uid" bigint NOT NULL,
	"raw_mail_id" bigint NOT NULL,
	"day" date NOT NULL,
	"arrived_at" timestamp with time zone NOT NULL,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "mailboxes" (
	"programme_id" text NOT NULL,
	"id" text NOT NULL,
	"uid_validity" bigint,
	"last_uid" bigint DEFAULT 0 NOT NULL,
	"relisting_up_to" bigint,
	"complete_at" timestamp with time zone,
	"fault_since" timestamp with time zone,
	"fault" text,
	CONSTRAINT "mailboxes_programme_id_id_pk" PRIMARY KEY("programme_id","id")
);
--> statement-breakpoint
CREATE TABLE "raw_mails" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"content_hash" text NOT NULL,
	"fingerprint" text NOT NULL,
	"raw" "bytea" NOT NULL,
	"size" integer NOT NULL,
	"whole" boolean DEFAULT true NOT NULL,
	"live" boolean NOT NULL,
	"stored_at" timestamp with time zone NOT NULL,
	"message_id" text,
	"outcome" text,
	"reason" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"ticket_id" bigint,
	"handled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"ticket_id" bigint,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seen_events" (
	"programme_id" text NOT NULL,
	"platform" text NOT NULL,
	"event_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "seen_events_programme_id_platform_event_id_pk" PRIMARY KEY("programme_id","platform","event_id")
);
--> statement-breakpoint
CREATE TABLE "ticks" (
	"programme_id" text NOT NULL,
	"name" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "ticks_programme_id_name_at_pk" PRIMARY KEY("programme_id","name","at")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"ticket_id" bigint NOT NULL,
	"direction" text NOT NULL,
	"raw_mail_id" bigint,
	"outgoing_mail_id" bigint,
	"message_id" text,
	"from_name" text NOT NULL,
	"from_address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"attachments" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "participants" (
	"programme_id" text NOT NULL,
	"ticket_id" bigint NOT NULL,
	"address" text NOT NULL,
	CONSTRAINT "participants_ticket_id_address_pk" PRIMARY KEY("ticket_id","address")
);
--> statement-breakpoint
CREATE TABLE "possible_matches" (
	"programme_id" text NOT NULL,
	"ticket_id" bigint NOT NULL,
	"other_ticket_id" bigint NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "possible_matches_ticket_id_other_ticket_id_pk" PRIMARY KEY("ticket_id","other_ticket_id")
);
--> statement-breakpoint
CREATE TABLE "ticket_counters" (
	"programme_id" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "ticket_counters_programme_id_year_pk" PRIMARY KEY("programme_id","year")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"year" integer NOT NULL,
	"seq" integer NOT NULL,
	"number" text NOT NULL,
	"state" text NOT NULL,
	"stakeholder" text,
	"topic" text,
	"place" text,
	"unknown_place" text,
	"flags" text[] NOT NULL,
	"bidder_question" boolean NOT NULL,
	"data_class" text NOT NULL,
	"because" jsonb NOT NULL,
	"confidence" jsonb NOT NULL,
	"owner" text,
	"due_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"live" boolean NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "outgoing_mails_key" ON "outgoing_mails" USING btree ("programme_id","key");--> statement-breakpoint
CREATE INDEX "outgoing_mails_address" ON "outgoing_mails" USING btree ("programme_id","to_address","created_at");--> statement-breakpoint
CREATE INDEX "outgoing_mails_open" ON "outgoing_mails" USING btree ("programme_id","id") WHERE state not in ('sent', 'refused');--> statement-breakpoint
CREATE UNIQUE INDEX "posts_key" ON "posts" USING btree ("programme_id","key");--> statement-breakpoint
CREATE INDEX "posts_ticket" ON "posts" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "posts_open" ON "posts" USING btree ("programme_id","id") WHERE state not in ('posted', 'failed');--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_uid" ON "deliveries" USING btree ("programme_id","mailbox_id","uid_validity","uid");--> statement-breakpoint
CREATE INDEX "deliveries_raw" ON "deliveries" USING btree ("raw_mail_id");--> statement-breakpoint
CREATE INDEX "deliveries_day" ON "deliveries" USING btree ("programme_id","day","mailbox_id");--> statement-breakpoint
CREATE UNIQUE INDEX "raw_mails_content" ON "raw_mails" USING btree ("programme_id","content_hash");--> statement-breakpoint
CREATE INDEX "raw_mails_fingerprint" ON "raw_mails" USING btree ("programme_id","fingerprint");--> statement-breakpoint
CREATE UNIQUE INDEX "raw_mails_one_effect" ON "raw_mails" USING btree ("programme_id","fingerprint") WHERE outcome in ('ticket', 'followup');--> statement-breakpoint
CREATE INDEX "raw_mails_unhandled" ON "raw_mails" USING btree ("programme_id","id") WHERE outcome is null;--> statement-breakpoint
CREATE INDEX "raw_mails_quarantined" ON "raw_mails" USING btree ("programme_id","id") WHERE outcome = 'quarantined';--> statement-breakpoint
CREATE INDEX "audit_log_ticket" ON "audit_log" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "messages_ticket" ON "messages" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "messages_message_id" ON "messages" USING btree ("programme_id","message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_number" ON "tickets" USING btree ("programme_id","year","seq");--> statement-breakpoint
CREATE INDEX "tickets_open" ON "tickets" USING btree ("programme_id","created_at") WHERE state <> 'abgeschlossen';--> statement-breakpoint
CREATE INDEX "tickets_created" ON "tickets" USING btree ("programme_id","created_at");