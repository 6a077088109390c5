-- The tables of an SQLite export. Running twice gives one copy: every row has a key and is replaced by its like.
CREATE TABLE IF NOT EXISTS articles (
    id TEXT PRIMARY KEY,
    title TEXT,
    published TEXT,
    source TEXT,
    url TEXT
);
CREATE TABLE IF NOT EXISTS events (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    type TEXT NOT NULL,
    place TEXT,
    place_country TEXT,
    latitude REAL,
    longitude REAL,
    date_start TEXT,
    date_end TEXT,
    date_text TEXT,
    factuality TEXT NOT NULL,
    topic TEXT,
    "trigger" TEXT NOT NULL,
    plover TEXT,
    plover_mode TEXT,
    cameo TEXT NOT NULL,
    goldstein REAL,
    quad_class INTEGER NOT NULL,
    confidence REAL,
    rule TEXT NOT NULL,
    dragoman TEXT NOT NULL,
    model TEXT NOT NULL,
    lexicon TEXT NOT NULL
);
-- Actors and recipients. text_start and text_end count in the article's text or title, as field says.
CREATE TABLE IF NOT EXISTS parties (
    event_id TEXT NOT NULL REFERENCES events (id),
    side TEXT NOT NULL CHECK (side IN ('actor', 'recipient')),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    code TEXT,
    kind TEXT NOT NULL,
    role TEXT,
    text TEXT NOT NULL,
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    field TEXT NOT NULL,
    PRIMARY KEY (event_id, side, position)
);
CREATE TABLE IF NOT EXISTS sources (
    event_id TEXT NOT NULL REFERENCES events (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    code TEXT,
    kind TEXT NOT NULL,
    role TEXT,
    text TEXT NOT NULL,
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    field TEXT NOT NULL,
    direct INTEGER NOT NULL,
    PRIMARY KEY (event_id, position)
);
CREATE TABLE IF NOT EXISTS evidence (
    event_id TEXT NOT NULL REFERENCES events (id),
    position INTEGER NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    text_start INTEGER NOT NULL,
    text_end INTEGER NOT NULL,
    trigger_text TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    PRIMARY KEY (event_id, position)
);
-- How far an unfinished run has come (--resume).
CREATE TABLE IF NOT EXISTS progress (
    job TEXT PRIMARY KEY,
    done INTEGER NOT NULL,
    rejects INTEGER NOT NULL
);
CREATE INDEX IF NOT EXISTS events_by_type ON events (type, date_start);
CREATE INDEX IF NOT EXISTS events_by_date ON events (date_start);
CREATE INDEX IF NOT EXISTS events_by_article ON events (article_id);
CREATE INDEX IF NOT EXISTS parties_by_code ON parties (code, side);
-- One row per pair: actor and recipient, or, in a symmetric act, each participant with each other in both directions.
CREATE VIEW IF NOT EXISTS dyads AS
SELECT
    e.id AS event_id, e.type, e.factuality, e.date_start, e.date_end, a.name AS source_name, a.code AS source_code,
    r.name AS target_name, r.code AS target_code, e.cameo, e.plover, e.plover_mode, e.goldstein, e.quad_class,
    e.place, e.place_country, e.article_id
FROM events AS e
LEFT JOIN parties AS a ON a.event_id = e.id AND a.side = 'actor'
LEFT JOIN parties AS r ON r.event_id = e.id AND (
    r.side = 'recipient'
    OR (
        e.type IN ('meeting', 'call', 'negotiation', 'agreement', 'cooperation')
        AND r.side = 'actor' AND r.position <> a.position
    )
);
