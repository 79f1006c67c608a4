-- What happened to stories is told by when it was found. Of what is kept already only is known when
-- the newest article of its run was published: that stands for it.
ALTER TABLE changes RENAME COLUMN mark TO announced_at;
