CREATE TABLE "absences" (
	"id" text PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"minutes_per_day" integer,
	"kind" text DEFAULT 'leave' NOT NULL,
	"status" text DEFAULT 'approved' NOT NULL,
	CONSTRAINT "absences_order" CHECK ("absences"."from" <= "absences"."to"),
	CONSTRAINT "absences_minutes" CHECK ("absences"."minutes_per_day" is null or "absences"."minutes_per_day" between 0 and 1440)
);
--> statement-breakpoint
CREATE TABLE "organisations" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"external_id" text,
	"name" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"time_zone" text DEFAULT '' NOT NULL,
	"non_project_bp" integer DEFAULT 2000 NOT NULL,
	"hours_assumed" boolean DEFAULT true NOT NULL,
	"skills" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"starts" date,
	"ends" date,
	"active" boolean DEFAULT true NOT NULL,
	"user_id" text,
	CONSTRAINT "people_external" UNIQUE("organisation","external_id"),
	CONSTRAINT "people_non_project" CHECK ("people"."non_project_bp" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "person_patterns" (
	"person" text NOT NULL,
	"from" date,
	"minutes" integer[] NOT NULL,
	CONSTRAINT "person_patterns_from" UNIQUE NULLS NOT DISTINCT("person","from"),
	CONSTRAINT "person_patterns_week" CHECK (cardinality("person_patterns"."minutes") = 7)
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"user_agent" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_lower" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
CREATE TABLE "approvals" (
	"id" text PRIMARY KEY NOT NULL,
	"board" text NOT NULL,
	"project" text NOT NULL,
	"module" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"asked_of" text DEFAULT '' NOT NULL,
	"asked_on" date,
	"by" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone,
	"solo" boolean DEFAULT false NOT NULL,
	"revoked" boolean DEFAULT false NOT NULL,
	"reason" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_people" (
	"board" text NOT NULL,
	"person" text NOT NULL,
	CONSTRAINT "board_people_board_person_pk" PRIMARY KEY("board","person")
);
--> statement-breakpoint
CREATE TABLE "boards" (
	"id" text PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"name" text NOT NULL,
	"preset" text DEFAULT 'standard' NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	"time_zone" text DEFAULT 'Etc/UTC' NOT NULL,
	"archived_at" timestamp with time zone,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "boards_preset" CHECK ("boards"."preset" in ('standard', 'small-team')),
	CONSTRAINT "boards_epoch" CHECK ("boards"."epoch" > 0)
);
--> statement-breakpoint
CREATE TABLE "command_log" (
	"user" text NOT NULL,
	"key" text NOT NULL,
	"command" text NOT NULL,
	"result" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "command_log_user_key_pk" PRIMARY KEY("user","key")
);
--> statement-breakpoint
CREATE TABLE "import_batch" (
	"id" text PRIMARY KEY NOT NULL,
	"board" text NOT NULL,
	"user" text NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"counts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"report" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"organisation" text NOT NULL,
	"board" text NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"person" text,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"board" text NOT NULL,
	"user" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "memberships_board_user_pk" PRIMARY KEY("board","user"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('owner', 'planner', 'leader', 'designer', 'viewer'))
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"board" text NOT NULL,
	"epoch" integer NOT NULL,
	"seq" bigint NOT NULL,
	"actor" text NOT NULL,
	"collection" text NOT NULL,
	"record" text NOT NULL,
	"field" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_counter" (
	"board" text NOT NULL,
	"epoch" integer NOT NULL,
	"seq" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "board_counter_board_epoch_pk" PRIMARY KEY("board","epoch")
);
--> statement-breakpoint
CREATE TABLE "board_lease" (
	"board" text PRIMARY KEY NOT NULL,
	"holder" text,
	"fence" bigint NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "board_snapshot" (
	"board" text NOT NULL,
	"epoch" integer NOT NULL,
	"seq" bigint NOT NULL,
	"bytes" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "board_snapshot_board_epoch_pk" PRIMARY KEY("board","epoch"),
	CONSTRAINT "board_snapshot_seq" CHECK ("board_snapshot"."seq" > 0)
);
--> statement-breakpoint
CREATE TABLE "board_update" (
	"board" text NOT NULL,
	"epoch" integer NOT NULL,
	"seq" bigint NOT NULL,
	"bytes" "bytea" NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "board_update_board_epoch_seq_pk" PRIMARY KEY("board","epoch","seq")
);
--> statement-breakpoint
CREATE TABLE "client_binding" (
	"board" text NOT NULL,
	"client" bigint NOT NULL,
	"user_id" text NOT NULL,
	CONSTRAINT "client_binding_board_client_pk" PRIMARY KEY("board","client")
);
--> statement-breakpoint
CREATE TABLE "gate_transition" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "gate_transition_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"board" text NOT NULL,
	"epoch" integer NOT NULL,
	"seq" bigint NOT NULL,
	"card_kind" text NOT NULL,
	"card" text NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"actor" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "gate_transition_kind" CHECK ("gate_transition"."kind" in ('move', 'return', 'override', 'import'))
);
--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_organisation_organisations_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_patterns" ADD CONSTRAINT "person_patterns_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_organisation_organisations_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "approvals" ADD CONSTRAINT "approvals_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_people" ADD CONSTRAINT "board_people_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_people" ADD CONSTRAINT "board_people_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "boards" ADD CONSTRAINT "boards_organisation_organisations_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_organisations_id_fk" FOREIGN KEY ("organisation") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_person_people_id_fk" FOREIGN KEY ("person") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_users_id_fk" FOREIGN KEY ("user") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_event" ADD CONSTRAINT "audit_event_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_counter" ADD CONSTRAINT "board_counter_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_lease" ADD CONSTRAINT "board_lease_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_snapshot" ADD CONSTRAINT "board_snapshot_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "board_update" ADD CONSTRAINT "board_update_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "client_binding" ADD CONSTRAINT "client_binding_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gate_transition" ADD CONSTRAINT "gate_transition_board_boards_id_fk" FOREIGN KEY ("board") REFERENCES "public"."boards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_person" ON "absences" USING btree ("person","from");--> statement-breakpoint
CREATE INDEX "people_organisation" ON "people" USING btree ("organisation");--> statement-breakpoint
CREATE UNIQUE INDEX "people_user" ON "people" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email" ON "users" USING btree ("email");--> statement-breakpoint
CREATE INDEX "users_organisation" ON "users" USING btree ("organisation");--> statement-breakpoint
CREATE INDEX "approvals_project" ON "approvals" USING btree ("board","project");--> statement-breakpoint
CREATE INDEX "board_people_person" ON "board_people" USING btree ("person");--> statement-breakpoint
CREATE INDEX "boards_organisation" ON "boards" USING btree ("organisation");--> statement-breakpoint
CREATE INDEX "import_batch_board" ON "import_batch" USING btree ("board","at");--> statement-breakpoint
CREATE INDEX "invitations_board" ON "invitations" USING btree ("board");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user");--> statement-breakpoint
CREATE INDEX "audit_event_record" ON "audit_event" USING btree ("board","record","id");--> statement-breakpoint
CREATE INDEX "audit_event_seq" ON "audit_event" USING btree ("board","epoch","seq");--> statement-breakpoint
CREATE INDEX "board_lease_holder" ON "board_lease" USING btree ("holder");--> statement-breakpoint
CREATE INDEX "client_binding_user" ON "client_binding" USING btree ("board","user_id");--> statement-breakpoint
CREATE INDEX "gate_transition_card" ON "gate_transition" USING btree ("board","card","id");