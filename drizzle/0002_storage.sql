-- Mailboxes of before: what lies before their first delivery is none of ours, else the comparison would call it lost.
UPDATE "mailboxes" SET "baseline_uid" = coalesce((select min(d."uid") - 1 from "deliveries" d where d."programme_id" = "mailboxes"."programme_id" and d."mailbox_id" = "mailboxes"."id" and d."uid_validity" = "mailboxes"."uid_validity"), "last_uid");--> statement-breakpoint
-- Attachments are compressed already; trying again cost half the time of storing a letter (bench).
ALTER TABLE "raw_mails" ALTER COLUMN "raw" SET STORAGE EXTERNAL;--> statement-breakpoint
-- Every mail gets its outcome soon after it came: with room on its page the row stays where it is.
ALTER TABLE "raw_mails" SET (fillfactor = 60);--> statement-breakpoint
ALTER TABLE "deliveries" SET (fillfactor = 50);
