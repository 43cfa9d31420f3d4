-- The words of each row of `dossiers`, parted as words.py does; the text itself is not kept twice.
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content = '', tokenize = "porter unicode61 remove_diacritics 2"
);
