CREATE TABLE "saved_view" (
	"id" text PRIMARY KEY NOT NULL,
	"board" text NOT NULL,
	"user" text,
	"screen" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"place" integer,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_view_screen" CHECK ("saved_view"."screen" in ('board', 'timeline', 'heatmap')),
	CONSTRAINT "saved_view_name_length" CHECK (char_length("saved_view"."name") between 1 and 60),
	CONSTRAINT "saved_view_query_length" CHECK (char_length("saved_view"."query") <= 2000),
	CONSTRAINT "saved_view_place" CHECK ("saved_view"."place" is null or ("saved_view"."place" >= 0 and "saved_view"."user" is null))
);
--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_member" FOREIGN KEY ("board","user") REFERENCES "public"."memberships"("board","user") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_view_board" ON "saved_view" USING btree ("board","user");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_view_name" ON "saved_view" USING btree ("board","screen",coalesce("user", ''),lower("name"));