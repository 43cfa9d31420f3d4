-- What a store holds that cannot be made again: dossiers, and what people have said.

-- One row for each place where a text has appeared. The text alone gives `document`; the same text
-- under another name, outlet, address or date is another row.
CREATE TABLE dossiers (
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- the order in which they came
    document TEXT NOT NULL,
    name TEXT NOT NULL,
    outlet TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT NOT NULL,
    retrieved TEXT NOT NULL,
    title TEXT NOT NULL,
    lang TEXT NOT NULL,
    attributions INTEGER NOT NULL,  -- how many the dossier has
    claims INTEGER NOT NULL,
    program TEXT NOT NULL,          -- the version that made the dossier; empty where nobody says
    body BLOB NOT NULL,             -- the dossier as JSON, deflated (zlib)
    UNIQUE (document, name, outlet, url, published)
) STRICT;
CREATE INDEX dossiers_by_url ON dossiers (url);
CREATE INDEX dossiers_by_name ON dossiers (name, outlet);

-- What people have said, in order. It is only ever added to.
CREATE TABLE acts (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,                 -- same, different
    what TEXT NOT NULL,                 -- of whom, as JSON
    given TEXT NOT NULL DEFAULT '',     -- when, if whoever gave it says so
    note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TRIGGER acts_are_kept BEFORE DELETE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are never removed'); END;
CREATE TRIGGER acts_stay BEFORE UPDATE ON acts
BEGIN SELECT RAISE(ABORT, 'acts are never changed'); END;

-- How the derived tables stand to the truth: `revision` goes up with every change of it, `derived`
-- is the revision that they were made of, `derived_by` and `indexed_by` by what.
CREATE TABLE state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    revision INTEGER NOT NULL,
    derived INTEGER NOT NULL,
    derived_by TEXT NOT NULL,
    indexed_by TEXT NOT NULL
) STRICT;
INSERT INTO state VALUES (1, 0, -1, '', '');
