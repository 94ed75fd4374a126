-- Format 2 of the session file. The views are documented in docs/session-format.md and stay; the tables may change.
CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE kind (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
-- What many events have in common, once.
CREATE TABLE text (id INTEGER PRIMARY KEY, content TEXT NOT NULL);
-- No index by exchange: an exchange's events lie between its first_seq and its last_seq.
CREATE TABLE event (
  seq INTEGER PRIMARY KEY, exchange INTEGER NOT NULL, at INTEGER NOT NULL, kind INTEGER NOT NULL,
  shared INTEGER, data TEXT, body BLOB, size INTEGER);
CREATE TABLE exchange (
  id INTEGER PRIMARY KEY, first_seq INTEGER NOT NULL, last_seq INTEGER NOT NULL,
  started INTEGER NOT NULL, ended INTEGER,
  method TEXT NOT NULL, path TEXT NOT NULL, query TEXT NOT NULL, status INTEGER,
  request_bytes INTEGER NOT NULL, response_bytes INTEGER NOT NULL,
  thread TEXT, origin INTEGER, error TEXT);
-- What the user noted; since format 2.
CREATE TABLE note (
  exchange INTEGER PRIMARY KEY, marked INTEGER NOT NULL, pinned INTEGER NOT NULL, comment TEXT NOT NULL);

CREATE VIEW exchanges AS
  SELECT id,
         strftime('%Y-%m-%dT%H:%M:%fZ',
           ((SELECT value FROM meta WHERE key = 'started_ns') + started) / 1000000 / 1000.0, 'unixepoch') AS started_at,
         method, path, query, status, request_bytes, response_bytes,
         round((ended - started) / 1e6, 3) AS duration_ms,
         thread, origin AS origin_id, error
    FROM exchange;

CREATE VIEW environ AS
  SELECT x.id AS exchange, json_extract(base.value, '$[0]') AS key, json_extract(base.value, '$[1]') AS "group",
         coalesce(own.value, json_extract(base.value, '$[3]')) AS repr
    FROM exchange AS x
    JOIN event AS e ON e.seq BETWEEN x.first_seq AND x.last_seq AND e.exchange = x.id AND e.kind = 2
    JOIN text AS t ON t.id = e.shared
    JOIN json_each(t.content, '$.environ') AS base
    LEFT JOIN json_each(e.data, '$.own') AS own ON own.key = CAST(base.key AS TEXT);

CREATE VIEW log AS
  SELECT nullif(e.exchange, 0) AS exchange,
         strftime('%Y-%m-%dT%H:%M:%fZ',
           ((SELECT value FROM meta WHERE key = 'started_ns') + e.at) / 1000000 / 1000.0, 'unixepoch') AS at,
         json_extract(t.content, '$.level') AS level, json_extract(t.content, '$.stream') AS stream,
         json_extract(t.content, '$.thread') AS thread, json_extract(e.data, '$.text') AS text
    FROM event AS e JOIN text AS t ON t.id = e.shared
   WHERE e.kind = 6;

CREATE VIEW events AS
  SELECT e.seq, nullif(e.exchange, 0) AS exchange, round(e.at / 1e6, 3) AS at_ms, k.name AS kind,
         json_patch(coalesce(t.content, '{}'), coalesce(e.data, '{}')) AS data,
         e.body, coalesce(e.size, length(e.body)) AS size
    FROM event AS e JOIN kind AS k ON k.id = e.kind LEFT JOIN text AS t ON t.id = e.shared;

CREATE VIEW notes AS SELECT exchange, marked, pinned, comment FROM note;
