-- All that follows from the dossiers and the acts. These tables are made by the program, never
-- edited. What hangs on one article alone is written when it comes, what hangs on a story when one
-- of its articles is another; speakers are joined over all articles. Wherever there is an
-- `article_speaker`, as the article has it, `speaker` is the joined one.

-- What is kept of each article that counts, so that it can be gathered and compared with others.
CREATE TABLE outlines (
    article TEXT PRIMARY KEY,
    number INTEGER NOT NULL,  -- the row of the dossiers that it was made of
    digest TEXT NOT NULL,     -- of all that its story hangs on
    profile BLOB NOT NULL,    -- by what it is gathered and joined, as MessagePack
    claims BLOB NOT NULL,     -- by what its claims are compared, as MessagePack, deflated
    related TEXT NOT NULL     -- the pairs of claims that the article relates itself, as JSON
) STRICT;

CREATE TABLE stories (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    digest TEXT NOT NULL,     -- of the articles that it was made of
    traced INTEGER NOT NULL   -- whether its origins are told, with the speakers as they are joined
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
) STRICT, WITHOUT ROWID;

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
    place INTEGER NOT NULL,   -- 0 is the name of the speaker, the others by how often they stand
    name TEXT NOT NULL,
    folded TEXT NOT NULL,     -- in simplified characters, half width and small letters
    PRIMARY KEY (speaker, place)
) STRICT, WITHOUT ROWID;

-- The speakers as the single articles have them, and the joined speaker that each is.
CREATE TABLE article_speakers (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles,
    speaker TEXT NOT NULL REFERENCES speakers,
    name TEXT NOT NULL,
    aliases TEXT NOT NULL,    -- parted by ; as everything that is several
    kind TEXT NOT NULL,
    anonymous INTEGER NOT NULL,
    role TEXT NOT NULL,
    affiliation TEXT          -- the id of the body, among these
) STRICT;

-- Speakers that may be the same, where several are equally good.
CREATE TABLE perhaps_same (
    speaker TEXT NOT NULL REFERENCES speakers,
    other TEXT NOT NULL REFERENCES speakers,
    PRIMARY KEY (speaker, other)
) STRICT, WITHOUT ROWID;

CREATE TABLE attributions (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles,
    speaker TEXT REFERENCES speakers,
    article_speaker TEXT REFERENCES article_speakers,
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
    article_speaker TEXT REFERENCES article_speakers,
    outlet TEXT NOT NULL,     -- where the hop is the outlet of the article, and no speaker
    told_in TEXT,             -- the attribution in which this one speaks; none of an outlet
    cue TEXT NOT NULL,
    medium TEXT NOT NULL,
    PRIMARY KEY (attribution, hop)
) STRICT, WITHOUT ROWID;

CREATE TABLE matters (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    topic TEXT NOT NULL,      -- toll, blame, verdict, evidence; empty of others
    story TEXT NOT NULL REFERENCES stories
) STRICT;

-- What is held on a matter, in the words of the first claim that holds it.
CREATE TABLE positions (
    matter TEXT NOT NULL REFERENCES matters,
    key TEXT NOT NULL,
    words TEXT NOT NULL,
    PRIMARY KEY (matter, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE claims (
    id TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles,
    attribution TEXT REFERENCES attributions,
    speaker TEXT REFERENCES speakers,
    article_speaker TEXT REFERENCES article_speakers,
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
    article TEXT NOT NULL REFERENCES articles,  -- that of its first end
    story TEXT REFERENCES stories,     -- where it was found by comparing; none of what is told
    matter TEXT REFERENCES matters,    -- on which both claims are, likewise
    across INTEGER NOT NULL,           -- whether its ends stand in several articles
    cue TEXT NOT NULL,
    cue_at INTEGER NOT NULL,           -- where its cue and its target begin in the text
    target TEXT NOT NULL,
    target_at INTEGER NOT NULL,
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
) STRICT, WITHOUT ROWID;

-- On whose word each position rests.
CREATE TABLE origins (
    id TEXT PRIMARY KEY,
    story TEXT NOT NULL REFERENCES stories,
    matter TEXT NOT NULL REFERENCES matters,
    position TEXT NOT NULL,
    speaker TEXT NOT NULL REFERENCES speakers,
    alone INTEGER NOT NULL,
    articles INTEGER NOT NULL
) STRICT;

CREATE TABLE origin_claims (
    origin TEXT NOT NULL REFERENCES origins,
    claim TEXT NOT NULL REFERENCES claims,
    PRIMARY KEY (origin, claim)
) STRICT, WITHOUT ROWID;
