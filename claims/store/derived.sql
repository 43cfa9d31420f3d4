-- All that follows from the dossiers and the acts. These tables are made anew, never edited.

CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL
) STRICT;

-- The articles that count: of each text the first appearance, of each article the last version.
CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    name TEXT NOT NULL,
    outlet TEXT NOT NULL,
    published TEXT NOT NULL,
    url TEXT NOT NULL,
    lang TEXT NOT NULL,
    retrieved TEXT NOT NULL,
    story TEXT REFERENCES stories,
    copy_of TEXT,             -- the first of the articles of which this one is a copy
    attributions INTEGER NOT NULL,
    claims INTEGER NOT NULL
) STRICT;

-- Every place where a text has appeared, those of older versions included.
CREATE TABLE appearances (
    document TEXT NOT NULL,
    name TEXT NOT NULL,
    outlet TEXT NOT NULL,
    url TEXT NOT NULL,
    published TEXT NOT NULL,
    title TEXT NOT NULL,
    followed_by TEXT,         -- the document of the version that took its place
    PRIMARY KEY (document, name, outlet, url, published)
) STRICT;

-- Speakers, one row for all articles that have them.
CREATE TABLE speakers (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    anonymous INTEGER NOT NULL,
    wikidata TEXT,
    reasons TEXT NOT NULL,    -- why those of several articles are taken for one
    articles INTEGER NOT NULL,
    attributions INTEGER NOT NULL
) STRICT;

CREATE TABLE names (
    speaker TEXT NOT NULL REFERENCES speakers,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,     -- in simplified characters, half width and small letters
    PRIMARY KEY (speaker, name)
) STRICT;

-- The speakers as the single articles have them.
CREATE TABLE article_speakers (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles,
    speaker TEXT NOT NULL REFERENCES speakers,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,    -- parted by ; as everything that is several
    role TEXT NOT NULL,
    affiliation TEXT          -- the id of the body, among these
) STRICT;

-- Speakers that may be the same, where several are equally good.
CREATE TABLE perhaps_same (
    speaker TEXT NOT NULL REFERENCES speakers,
    other TEXT NOT NULL REFERENCES speakers,
    PRIMARY KEY (speaker, other)
) STRICT;

CREATE TABLE attributions (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles,
    speaker TEXT REFERENCES speakers,
    article_speaker TEXT,
    source TEXT NOT NULL,
    cue TEXT NOT NULL,
    content TEXT NOT NULL,
    starts INTEGER NOT NULL,  -- where it stands in the text: its first word, and behind its last
    ends INTEGER NOT NULL,
    quote TEXT NOT NULL,
    negated INTEGER NOT NULL,
    within TEXT,
    addressee TEXT NOT NULL,
    medium TEXT NOT NULL,
    said_on TEXT NOT NULL,
    confidence REAL NOT NULL,
    made_by TEXT NOT NULL
) STRICT;

-- How each attribution came: hop 0 is the outlet or the first who is named, the last its speaker.
CREATE TABLE chains (
    attribution TEXT NOT NULL REFERENCES attributions,
    hop INTEGER NOT NULL,
    speaker TEXT REFERENCES speakers,
    name TEXT NOT NULL,
    anonymous INTEGER NOT NULL,
    told_in TEXT,             -- the attribution in which this one speaks; none of an outlet
    cue TEXT NOT NULL,
    medium TEXT NOT NULL,
    PRIMARY KEY (attribution, hop)
) STRICT;

CREATE TABLE matters (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    topic TEXT NOT NULL,      -- toll, blame, verdict, evidence; empty of others
    story TEXT REFERENCES stories
) STRICT;

CREATE TABLE claims (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles,
    attribution TEXT REFERENCES attributions,
    speaker TEXT REFERENCES speakers,
    matter TEXT REFERENCES matters,
    position TEXT NOT NULL,   -- claims of one matter that have the same hold the same
    words TEXT NOT NULL,
    starts INTEGER NOT NULL,
    ends INTEGER NOT NULL,
    certainty TEXT NOT NULL,
    negated INTEGER NOT NULL,
    held TEXT NOT NULL,
    narrated INTEGER NOT NULL
) STRICT;

CREATE TABLE relations (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    article TEXT REFERENCES articles,  -- that of its first end
    across INTEGER NOT NULL,           -- whether its ends stand in several articles
    cue TEXT NOT NULL,
    target TEXT NOT NULL,
    shared TEXT NOT NULL,
    difference TEXT NOT NULL,
    first_differs TEXT NOT NULL,
    second_differs TEXT NOT NULL,
    basis TEXT NOT NULL,
    strength TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

-- End 0 is the one that a relation comes from; the others follow, the likeliest first.
CREATE TABLE relation_ends (
    relation TEXT NOT NULL REFERENCES relations,
    place INTEGER NOT NULL,
    item TEXT NOT NULL,
    attribution TEXT REFERENCES attributions,
    claim TEXT REFERENCES claims,
    PRIMARY KEY (relation, place)
) STRICT;

CREATE TABLE origins (
    id INTEGER PRIMARY KEY,
    matter TEXT REFERENCES matters,
    position TEXT NOT NULL,
    speaker TEXT REFERENCES speakers,
    anonymous INTEGER NOT NULL,
    alone INTEGER NOT NULL,
    articles INTEGER NOT NULL
) STRICT;

CREATE TABLE origin_claims (
    origin INTEGER NOT NULL REFERENCES origins,
    claim TEXT NOT NULL REFERENCES claims,
    PRIMARY KEY (origin, claim)
) STRICT;

-- All of it as one, as Python reads it back.
CREATE TABLE corpus (
    body BLOB NOT NULL
) STRICT;
