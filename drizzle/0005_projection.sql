CREATE TABLE "board_projection" (
	"board" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"salt" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "projected_allocation" (
	"board" text NOT NULL,
	"id" text NOT NULL,
	"person" text NOT NULL,
	"role" text NOT NULL,
	"skill" text NOT NULL,
	"level" integer,
	"project" text NOT NULL,
	"from" date,
	"to" date,
	"load_mode" text,
	"load_amount" integer,
	"contour" text NOT NULL,
	"certainty" text NOT NULL,
	"probability_bp" integer,
	"kind" text NOT NULL,
	"archived" boolean NOT NULL,
	"counts" boolean NOT NULL,
	CONSTRAINT "projected_allocation_board_id_pk" PRIMARY KEY("board","id")
);
--> statement-breakpoint
CREATE TABLE "projected_project" (
	"board" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"stage" text NOT NULL,
	"lead" text NOT NULL,
	"launch" date,
	"committed" boolean NOT NULL,
	"effort_minutes" integer,
	"unsized" boolean NOT NULL,
	"priority" text NOT NULL,
	"mandatory" boolean NOT NULL,
	"content_type" text NOT NULL,
	"archived" boolean NOT NULL,
	CONSTRAINT "projected_project_board_id_pk" PRIMARY KEY("board","id")
);
--> statement-breakpoint
CREATE TABLE "projected_stage" (
	"board" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"phase" text NOT NULL,
	"rank" text NOT NULL,
	"archived" boolean NOT NULL,
	CONSTRAINT "projected_stage_board_id_pk" PRIMARY KEY("board","id")
);
--> statement-breakpoint
ALTER TABLE "board_counter" ADD COLUMN "projected" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "board_projection" ADD CONSTRAINT "board_projection_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projected_allocation" ADD CONSTRAINT "projected_allocation_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projected_project" ADD CONSTRAINT "projected_project_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "projected_stage" ADD CONSTRAINT "projected_stage_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "projected_allocation_person" ON "projected_allocation" USING btree ("person","to") WHERE "projected_allocation"."counts";