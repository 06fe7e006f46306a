-- Triggers that also bind the owner, until somebody disables them. What observers rely on is the
-- signed tree; this stops accidents and makes intent visible.

CREATE FUNCTION board.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% of table %.% is refused: boards are append-only',
    TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;

DO $$
DECLARE
  target text;
BEGIN
  FOREACH target IN ARRAY ARRAY['log', 'object', 'submission', 'entry', 'tile_root', 'tree_head',
                                'checkpoint'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON board.%I
      FOR EACH STATEMENT EXECUTE FUNCTION board.refuse_change()', target);
    EXECUTE format('ALTER TABLE board.%I ENABLE ALWAYS TRIGGER append_only', target);
  END LOOP;
END
$$;

CREATE TRIGGER append_only BEFORE UPDATE OR TRUNCATE ON board.pending
  FOR EACH STATEMENT EXECUTE FUNCTION board.refuse_change();
ALTER TABLE board.pending ENABLE ALWAYS TRIGGER append_only;

-- A head follows the newest head, and every entry up to it is there.
CREATE FUNCTION board.head_ok() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  newest bigint;
  entries bigint;
BEGIN
  SELECT coalesce(max(size), 0) INTO newest FROM board.tree_head WHERE log_id = NEW.log_id;
  IF NEW.prev_size <> newest THEN
    RAISE EXCEPTION 'a head of size % follows size %, not %', NEW.size, newest, NEW.prev_size
      USING ERRCODE = 'unique_violation';
  END IF;
  SELECT count(*) INTO entries FROM board.entry
    WHERE log_id = NEW.log_id AND idx >= NEW.prev_size;
  IF entries <> NEW.size - NEW.prev_size THEN
    RAISE EXCEPTION 'a head of size % needs % entries from % on, not %',
      NEW.size, NEW.size - NEW.prev_size, NEW.prev_size, entries USING ERRCODE = 'check_violation';
  END IF;
  PERFORM 1 FROM board.entry WHERE log_id = NEW.log_id AND idx = NEW.size - 1;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'entry % is missing', NEW.size - 1 USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER head_ok BEFORE INSERT ON board.tree_head
  FOR EACH ROW EXECUTE FUNCTION board.head_ok();
ALTER TABLE board.tree_head ENABLE ALWAYS TRIGGER head_ok;

-- An entry is numbered only behind the newest head.
CREATE FUNCTION board.entry_ok() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM board.tree_head WHERE log_id = NEW.log_id AND size > NEW.idx;
  IF FOUND THEN
    RAISE EXCEPTION 'entry % is numbered already', NEW.idx USING ERRCODE = 'unique_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER entry_ok BEFORE INSERT ON board.entry
  FOR EACH ROW EXECUTE FUNCTION board.entry_ok();
ALTER TABLE board.entry ENABLE ALWAYS TRIGGER entry_ok;
