-- What happened to stories is told by when it was found. Of what is kept already only is known when
-- the newest article of its run was published: that stands for it, and now where no article said
-- when, or one said a day to come.
ALTER TABLE changes RENAME COLUMN mark TO announced_at;
UPDATE changes SET announced_at = strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now')
WHERE announced_at = '' OR announced_at > strftime('%Y-%m-%dT%H:%M:%S+00:00', 'now');
