-- Links between reports of one event stand in columns, a row for each article: a link is eleven
-- bytes of it, the high byte first (edges/stores/alike.py). Verdicts stay where they are.
CREATE TABLE alike (
    number INTEGER PRIMARY KEY,   -- the higher number of both ends
    links BLOB NOT NULL,          -- other end, score in millionths, what is said, count of figures
    figures TEXT NOT NULL         -- of all its links, parted by ";"
);
INSERT INTO alike
    SELECT
        one,
        unhex(group_concat(printf(
            '%08x%08x%02x%04x',
            other,
            CAST(round(json_extract(told, '$.score') * 1000000) AS INTEGER),
            CASE json_extract(told, '$.derivation')
                WHEN 'verbatim' THEN 2 WHEN 'excerpt' THEN 3 WHEN 'rewrite' THEN 4
                WHEN 'translation' THEN 5 WHEN 'update' THEN 6 ELSE 0
            END,
            json_array_length(told, '$.figures')
        ), '' ORDER BY other)),
        coalesce(group_concat(
            (SELECT group_concat(value, ';') FROM json_each(told, '$.figures')), ';' ORDER BY other
        ), '')
    FROM (
        SELECT one, other, CAST(link AS TEXT) AS told FROM links
        WHERE kind = 'story' AND verdict = ''
    )
    GROUP BY one;

-- Which later articles have a link to one of 64 that stand side by side: of a batch one row.
CREATE TABLE alike_later (
    bucket INTEGER NOT NULL,      -- the number of the earlier article, without its last six bits
    ends BLOB NOT NULL            -- numbers of the earlier and the later, four bytes each
);
INSERT INTO alike_later
    SELECT other >> 6, unhex(group_concat(printf('%08x%08x', other, one), '' ORDER BY other, one))
    FROM links WHERE kind = 'story' AND verdict = '' GROUP BY other >> 6;
CREATE INDEX alike_later_by_bucket ON alike_later (bucket);

DELETE FROM links WHERE kind = 'story' AND verdict = '';
