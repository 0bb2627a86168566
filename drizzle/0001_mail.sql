CREATE TABLE "blocked_addresses" (
	"programme_id" text NOT NULL,
	"address" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "blocked_addresses_programme_id_address_pk" PRIMARY KEY("programme_id","address")
);
--> statement-breakpoint
CREATE TABLE "draft_attachments" (
	"programme_id" text NOT NULL,
	"draft_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "draft_attachments_draft_id_position_pk" PRIMARY KEY("draft_id","position")
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"ticket_id" bigint NOT NULL,
	"author" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"answers" bigint,
	"quote_original" boolean DEFAULT false NOT NULL,
	"seen" text NOT NULL,
	"state" text NOT NULL,
	"outgoing_mail_id" bigint,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outgoing_attachments" (
	"programme_id" text NOT NULL,
	"outgoing_mail_id" bigint NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "outgoing_attachments_outgoing_mail_id_position_pk" PRIMARY KEY("outgoing_mail_id","position")
);
--> statement-breakpoint
CREATE TABLE "oauth_tokens" (
	"programme_id" text NOT NULL,
	"name" text NOT NULL,
	"refresh_token" text,
	"ends_at" timestamp with time zone,
	"rotated_at" timestamp with time zone NOT NULL,
	"announced_at" timestamp with time zone,
	CONSTRAINT "oauth_tokens_programme_id_name_pk" PRIMARY KEY("programme_id","name")
);
--> statement-breakpoint
CREATE TABLE "server_comparisons" (
	"programme_id" text NOT NULL,
	"mailbox_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"uid_validity" bigint NOT NULL,
	"held" integer NOT NULL,
	"missing" bigint[] NOT NULL,
	CONSTRAINT "server_comparisons_programme_id_mailbox_id_at_pk" PRIMARY KEY("programme_id","mailbox_id","at")
);
--> statement-breakpoint
CREATE TABLE "internal_notes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"ticket_id" bigint NOT NULL,
	"author" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "successors" (
	"programme_id" text NOT NULL,
	"closed_ticket_id" bigint PRIMARY KEY NOT NULL,
	"ticket_id" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "raw_mails_fingerprint";--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD COLUMN "passed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD COLUMN "likeness" text;--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD COLUMN "author" text;--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD COLUMN "undelivered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD COLUMN "undelivered" text;--> statement-breakpoint
ALTER TABLE "outgoing_mails" ADD COLUMN "copied_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "baseline_uid" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "begun_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "alarm_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "raw_mails" ADD COLUMN "scan" text;--> statement-breakpoint
ALTER TABLE "raw_mails" ADD COLUMN "scan_finding" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "quoted_lines" integer;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "authenticity" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "forwarded" jsonb;--> statement-breakpoint
ALTER TABLE "possible_matches" ADD COLUMN "decision" text;--> statement-breakpoint
ALTER TABLE "possible_matches" ADD COLUMN "decided_by" text;--> statement-breakpoint
ALTER TABLE "possible_matches" ADD COLUMN "decided_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "drafts_ticket" ON "drafts" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "internal_notes_ticket" ON "internal_notes" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "outgoing_mails_passed" ON "outgoing_mails" USING btree ("programme_id","passed_at");--> statement-breakpoint
CREATE INDEX "outgoing_mails_message_id" ON "outgoing_mails" USING btree ("programme_id","message_id");--> statement-breakpoint
CREATE INDEX "outgoing_mails_ticket" ON "outgoing_mails" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "outgoing_mails_doubt" ON "outgoing_mails" USING btree ("programme_id","id") WHERE state in ('held', 'uncertain', 'refused');--> statement-breakpoint
CREATE INDEX "outgoing_mails_uncopied" ON "outgoing_mails" USING btree ("programme_id","id") WHERE state = 'sent' and copied_at is null and last_error is not null;--> statement-breakpoint
CREATE INDEX "raw_mails_ticket" ON "raw_mails" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "raw_mails_scanning" ON "raw_mails" USING btree ("programme_id","id") WHERE scan = 'waiting';