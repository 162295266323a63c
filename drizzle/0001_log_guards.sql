-- A snapshot is a cache of the log: it never goes back, and never says more than was committed.
CREATE FUNCTION board_snapshot_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' AND NEW."seq" < OLD."seq" THEN
		RAISE EXCEPTION 'snapshot of board % would go back from % to %', NEW."board", OLD."seq", NEW."seq"
			USING ERRCODE = 'check_violation';
	END IF;
	IF NOT EXISTS (
		SELECT 1 FROM "board_counter" c
		WHERE c."board" = NEW."board" AND c."epoch" = NEW."epoch" AND c."seq" >= NEW."seq"
	) THEN
		RAISE EXCEPTION 'snapshot of board % says % , which was never committed', NEW."board", NEW."seq"
			USING ERRCODE = 'check_violation';
	END IF;
	RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER "board_snapshot_guard" BEFORE INSERT OR UPDATE ON "board_snapshot"
	FOR EACH ROW EXECUTE FUNCTION board_snapshot_guard();
--> statement-breakpoint
CREATE FUNCTION board_update_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'row % of the log of board % must not be changed', OLD."seq", OLD."board"
		USING ERRCODE = 'check_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "board_update_guard" BEFORE UPDATE ON "board_update"
	FOR EACH ROW EXECUTE FUNCTION board_update_guard();
