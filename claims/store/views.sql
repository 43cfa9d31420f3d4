-- The names under which people ask. Their columns are a promise, see docs/store.md.

CREATE VIEW v_articles AS
SELECT articles.id, articles.title, outlet, published AS date, url, lang, name,
    attributions AS statements, claims, stories.title AS story, copy_of,
    (SELECT count(DISTINCT appearances.outlet) FROM appearances
        WHERE appearances.document = articles.id AND followed_by IS NULL) AS outlets
FROM articles LEFT JOIN stories ON stories.id = story;

CREATE VIEW v_speakers AS
SELECT id, name, kind, anonymous, wikidata, articles, attributions AS statements,
    (SELECT group_concat(name, '; ') FROM (
        SELECT names.name FROM names
        WHERE names.speaker = speakers.id AND (place = 0 OR names.name <> speakers.name)
        ORDER BY place
    )) AS names, reasons
FROM speakers;

CREATE VIEW v_statements AS
SELECT attributions.id, speakers.name AS who, speakers.anonymous, source, cue, content, quote,
    negated, addressee, medium, said_on, outlet, published AS date, title, url, confidence,
    speaker AS who_id, within, article
FROM attributions
JOIN articles ON articles.id = article
LEFT JOIN speakers ON speakers.id = speaker;

CREATE VIEW v_claims AS
SELECT claims.id, speakers.name AS who, speakers.anonymous, claims.words, certainty, negated, held,
    narrated, matters.title AS matter, position, positions.words AS stand, outlet,
    published AS date, articles.title, url, speaker AS who_id, attribution,
    claims.matter AS matter_id, article
FROM claims
JOIN articles ON articles.id = article
LEFT JOIN speakers ON speakers.id = speaker
LEFT JOIN matters ON matters.id = claims.matter
LEFT JOIN positions ON positions.matter = claims.matter AND positions.key = position;

-- One row for each end of a relation, with who speaks there and the words.
CREATE VIEW v_ends AS
SELECT relation, place, item, speakers.name AS who, speakers.anonymous,
    coalesce(claims.words, attributions.content) AS words, outlet, published AS date,
    articles.title, articles.id AS article, speakers.id AS who_id
FROM relation_ends
LEFT JOIN claims ON claims.id = claim
LEFT JOIN attributions ON attributions.id = relation_ends.attribution
LEFT JOIN articles ON articles.id = coalesce(attributions.article, claims.article)
LEFT JOIN speakers ON speakers.id = coalesce(attributions.speaker, claims.speaker);

CREATE VIEW v_disputes AS
SELECT relations.id, one.who, cue, target, other.who AS against,
    other.anonymous AS against_anonymous, other.words AS over, basis, strength, reason, across,
    one.outlet, one.date, one.title, other.outlet AS against_outlet, other.date AS against_date,
    one.who_id, other.who_id AS against_id, one.article, relations.matter AS matter_id
FROM relations
JOIN v_ends AS one ON one.relation = relations.id AND one.place = 0
JOIN v_ends AS other ON other.relation = relations.id AND other.place > 0
WHERE relations.kind = 'disputes';

CREATE VIEW v_contradictions AS
SELECT relations.id, one.who, one.words, other.who AS other_who, other.words AS other_words,
    difference, first_differs, second_differs, shared, strength, reason, across,
    one.outlet, one.date, one.title, other.outlet AS other_outlet, other.date AS other_date,
    one.who_id, other.who_id AS other_id, one.article, relations.matter AS matter_id
FROM relations
JOIN v_ends AS one ON one.relation = relations.id AND one.place = 0
JOIN v_ends AS other ON other.relation = relations.id AND other.place > 0
WHERE relations.kind = 'contradicts';

-- Who says the same: two speakers in support of each other, or one speaker twice.
CREATE VIEW v_agreements AS
SELECT relations.id, iif(one.who_id = other.who_id, 'repeats', 'supports') AS kind, one.who,
    one.words, other.who AS other_who, other.words AS other_words, cue, shared, basis, strength,
    reason, across, one.outlet, one.date, one.title, other.outlet AS other_outlet,
    other.date AS other_date, one.who_id, other.who_id AS other_id, one.article,
    relations.matter AS matter_id
FROM relations
JOIN v_ends AS one ON one.relation = relations.id AND one.place = 0
JOIN v_ends AS other ON other.relation = relations.id AND other.place > 0
WHERE relations.kind IN ('supports', 'repeats');

CREATE VIEW v_origins AS
SELECT origins.id, matters.title AS matter, positions.words AS position, speakers.name AS who,
    speakers.anonymous, alone, origins.articles,
    (SELECT count(*) FROM origin_claims WHERE origin = origins.id) AS claims,
    (SELECT claims.words FROM origin_claims JOIN claims ON claims.id = claim
        WHERE origin = origins.id ORDER BY claim LIMIT 1) AS words,
    origins.speaker AS who_id, origins.matter AS matter_id
FROM origins
JOIN matters ON matters.id = origins.matter
JOIN positions ON positions.matter = origins.matter AND positions.key = origins.position
JOIN speakers ON speakers.id = origins.speaker;

CREATE VIEW v_chains AS
SELECT claims.id AS claim, hop, coalesce(speakers.name, chains.outlet) AS who,
    coalesce(speakers.anonymous, 0) AS anonymous, chains.cue, chains.medium, words,
    articles.outlet, published AS date, title, told_in, chains.speaker AS who_id, claims.article
FROM claims
JOIN chains ON chains.attribution = claims.attribution
JOIN articles ON articles.id = claims.article
LEFT JOIN speakers ON speakers.id = chains.speaker;
