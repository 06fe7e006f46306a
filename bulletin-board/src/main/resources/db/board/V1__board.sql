-- The boards of all elections. Rows are added and never changed; only the queue of pending
-- entries shrinks. Every hash is SHA-256.

CREATE SCHEMA IF NOT EXISTS board;

-- No table refers to this one: a foreign key would make every ballot lock the election's row.
CREATE TABLE board.log (
  log_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  uuid text NOT NULL UNIQUE
);

-- What entries refer to.
CREATE TABLE board.object (
  log_id integer NOT NULL,
  hash bytea NOT NULL CHECK (hash = sha256(bytes)),
  bytes bytea NOT NULL,
  PRIMARY KEY (log_id, hash)
);

-- Uncompressed, so that a piece of a long list can be read without the rest.
ALTER TABLE board.object ALTER COLUMN bytes SET STORAGE EXTERNAL;

-- Every entry that was ever handed in: what makes a repetition harmless.
CREATE TABLE board.submission (
  log_id integer NOT NULL,
  ident bytea NOT NULL CHECK (octet_length(ident) = 32),
  PRIMARY KEY (log_id, ident)
);

-- Entries that wait for their number, in the order in which they came. Gaps mean nothing.
CREATE TABLE board.pending (
  log_id integer NOT NULL,
  seq bigint GENERATED ALWAYS AS IDENTITY,
  ident bytea NOT NULL,
  entry bytea NOT NULL CHECK (ident = sha256(entry) AND octet_length(entry) <= 4096),
  PRIMARY KEY (log_id, seq),
  UNIQUE (log_id, ident),
  FOREIGN KEY (log_id, ident) REFERENCES board.submission
);

-- The board itself, numbered from 0 without gaps.
CREATE TABLE board.entry (
  log_id integer NOT NULL,
  idx bigint NOT NULL CHECK (idx >= 0),
  ident bytea NOT NULL,
  leaf bytea NOT NULL CHECK (octet_length(leaf) = 32),
  entry bytea NOT NULL CHECK (ident = sha256(entry) AND octet_length(entry) <= 4096),
  PRIMARY KEY (log_id, idx),
  UNIQUE (log_id, ident),
  FOREIGN KEY (log_id, ident) REFERENCES board.submission
);

-- Roots of completed tiles: level 1 over 256 entries, level 2 over 256 of those, and so on.
CREATE TABLE board.tile_root (
  log_id integer NOT NULL,
  level smallint NOT NULL CHECK (level BETWEEN 1 AND 7),
  idx bigint NOT NULL CHECK (idx >= 0),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  PRIMARY KEY (log_id, level, idx)
);

-- One row per step. No two heads follow the same head: that is the fence between sequencers.
CREATE TABLE board.tree_head (
  log_id integer NOT NULL,
  size bigint NOT NULL,
  prev_size bigint NOT NULL CHECK (prev_size >= 0 AND prev_size < size),
  root bytea NOT NULL CHECK (octet_length(root) = 32),
  stage text NOT NULL,
  PRIMARY KEY (log_id, size),
  UNIQUE (log_id, prev_size)
);

-- Checkpoints as published, byte for byte.
CREATE TABLE board.checkpoint (
  log_id integer NOT NULL,
  size bigint NOT NULL,
  note text NOT NULL,
  PRIMARY KEY (log_id, size),
  FOREIGN KEY (log_id, size) REFERENCES board.tree_head
);
