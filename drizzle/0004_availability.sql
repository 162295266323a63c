CREATE TABLE "closing_days" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"minutes_per_day" integer,
	"name" text NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"works" boolean DEFAULT false NOT NULL,
	CONSTRAINT "closing_days_order" CHECK ("closing_days"."from" <= "closing_days"."to"),
	CONSTRAINT "closing_days_minutes" CHECK ("closing_days"."minutes_per_day" is null or "closing_days"."minutes_per_day" between 1 and 1440)
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "unit" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "skill_levels" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "max_load_bp" integer;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "non_project_from" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "own_days" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "closing_days" ADD CONSTRAINT "closing_days_organisation_organisations_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "closing_days_organisation" ON "closing_days" USING btree ("organisation","from");--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_max_load" CHECK ("people"."max_load_bp" between 0 and 30000);