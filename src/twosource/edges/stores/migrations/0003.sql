-- The keys of an article in one row: they are looked up in memory, over a window of time.
CREATE TABLE blocked (
    kind TEXT NOT NULL,
    article TEXT NOT NULL,
    published TEXT NOT NULL,      -- "" for an undated article
    keys BLOB NOT NULL,           -- signed 64-bit numbers, high byte first
    PRIMARY KEY (kind, article)
);
CREATE INDEX blocked_by_time ON blocked (kind, published);
INSERT INTO blocked
    SELECT keys.kind, keys.article, articles.published,
           unhex(group_concat(printf('%016x', keys.key), ''))
    FROM keys JOIN articles ON articles.id = keys.article
    GROUP BY keys.kind, keys.article;
DROP TABLE keys;
