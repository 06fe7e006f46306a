-- Who may do what. The owner of these tables runs migrations and nothing else. Nobody may UPDATE or
-- TRUNCATE, and only the sequencer may DELETE, and that only from the queue.

REVOKE ALL ON SCHEMA board FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA board FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA board FROM PUBLIC;

GRANT USAGE ON SCHEMA board TO "${application}", "${sequencer}";
GRANT SELECT ON ALL TABLES IN SCHEMA board TO "${application}", "${sequencer}";

GRANT INSERT ON board.log, board.object, board.submission, board.pending TO "${application}";

GRANT INSERT ON board.object, board.submission, board.entry, board.tile_root, board.tree_head,
  board.checkpoint TO "${sequencer}";
GRANT DELETE ON board.pending TO "${sequencer}";
