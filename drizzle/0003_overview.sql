CREATE TABLE "external_costs" (
	"board" text NOT NULL,
	"project" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	CONSTRAINT "external_costs_board_project_pk" PRIMARY KEY("board","project"),
	CONSTRAINT "external_costs_amount" CHECK ("external_costs"."amount_minor" >= 0)
);
--> statement-breakpoint
CREATE TABLE "overview_look" (
	"organisation" text NOT NULL,
	"user" text NOT NULL,
	"team" text NOT NULL,
	"day" date NOT NULL,
	"looks" integer DEFAULT 1 NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "overview_look_user_team_day_pk" PRIMARY KEY("user","team","day")
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "leaders_see_people" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "blended_rate_minor" integer;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "currency" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "overview" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "external_costs" ADD CONSTRAINT "external_costs_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overview_look" ADD CONSTRAINT "overview_look_organisation_organisations_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overview_look" ADD CONSTRAINT "overview_look_user_users_id_fk" FOREIGN KEY ("user") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "overview_look_organisation" ON "overview_look" USING btree ("organisation","day");--> statement-breakpoint
CREATE INDEX "audit_event_launch" ON "audit_event" USING btree ("board","at") WHERE "audit_event"."collection" = 'projects' and "audit_event"."field" = 'launch';--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_rate" CHECK ("organisations"."blended_rate_minor" is null or ("organisations"."blended_rate_minor" >= 0 and "organisations"."currency" <> ''));--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_currency" CHECK ("organisations"."currency" ~ '^([A-Z]{3})?$');