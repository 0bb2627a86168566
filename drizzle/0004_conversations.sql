CREATE TABLE "account_links" (
	"programme_id" text NOT NULL,
	"account_id" text NOT NULL,
	"mail" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_links_programme_id_account_id_pk" PRIMARY KEY("programme_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "chat_messages" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"ticket_id" bigint NOT NULL,
	"platform" text NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"thread" text,
	"author_id" text NOT NULL,
	"author_name" text NOT NULL,
	"text" text NOT NULL,
	"files" integer NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "closed_channels" (
	"programme_id" text NOT NULL,
	"platform" text NOT NULL,
	"channel" text NOT NULL,
	"reason" text NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"told_at" timestamp with time zone,
	CONSTRAINT "closed_channels_programme_id_platform_channel_pk" PRIMARY KEY("programme_id","platform","channel")
);
--> statement-breakpoint
CREATE TABLE "link_codes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"account_id" text NOT NULL,
	"mail" text,
	"code_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "platform_memory" (
	"programme_id" text NOT NULL,
	"platform" text NOT NULL,
	"key" text NOT NULL,
	"value" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "platform_memory_programme_id_platform_key_pk" PRIMARY KEY("programme_id","platform","key")
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"ticket_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"said" jsonb NOT NULL,
	"meant" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"programme_id" text NOT NULL,
	"ticket_id" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"reason" text,
	"undone_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "ticket_links" (
	"programme_id" text NOT NULL,
	"ticket_id" bigint NOT NULL,
	"other_ticket_id" bigint NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "ticket_links_ticket_id_other_ticket_id_pk" PRIMARY KEY("ticket_id","other_ticket_id")
);
--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "thread" text;--> statement-breakpoint
ALTER TABLE "posts" ADD COLUMN "not_before" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "snoozed_until" date;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "source" text DEFAULT 'mail' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "chat_messages_once" ON "chat_messages" USING btree ("programme_id","platform","channel","address");--> statement-breakpoint
CREATE INDEX "chat_messages_ticket" ON "chat_messages" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "chat_messages_thread" ON "chat_messages" USING btree ("programme_id","platform","channel","thread") WHERE thread is not null;--> statement-breakpoint
CREATE INDEX "link_codes_account" ON "link_codes" USING btree ("programme_id","account_id","id");--> statement-breakpoint
CREATE INDEX "link_codes_mail" ON "link_codes" USING btree ("programme_id","mail","created_at");--> statement-breakpoint
CREATE INDEX "corrections_ticket" ON "corrections" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "ticket_changes_ticket" ON "ticket_changes" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "ticket_changes_actor" ON "ticket_changes" USING btree ("programme_id","actor","id");--> statement-breakpoint
CREATE INDEX "ticket_links_other" ON "ticket_links" USING btree ("other_ticket_id");--> statement-breakpoint
CREATE INDEX "posts_address" ON "posts" USING btree ("programme_id","platform","channel","address") WHERE address is not null;--> statement-breakpoint
CREATE INDEX "tickets_open_due" ON "tickets" USING btree ("programme_id","due_on","year","seq","data_class","state","stakeholder","topic","place","owner","bidder_question","snoozed_until","id") WHERE state <> 'abgeschlossen';--> statement-breakpoint
CREATE INDEX "tickets_closed" ON "tickets" USING btree ("programme_id","closed_at" DESC NULLS FIRST,"id" DESC NULLS FIRST,"data_class","stakeholder","topic","place","owner","bidder_question") WHERE state = 'abgeschlossen';