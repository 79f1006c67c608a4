-- A link tells too how far its ends point to each other, in two bytes more behind its eleven; of
-- links that are kept already nobody knows.
UPDATE alike SET links = (
    WITH RECURSIVE place (at) AS (
        SELECT 1 UNION ALL SELECT at + 11 FROM place WHERE at + 11 < length(links)
    )
    SELECT unhex(group_concat(hex(substr(links, at, 11)), '0000' ORDER BY at) || '0000') FROM place
) WHERE length(links) > 0;
