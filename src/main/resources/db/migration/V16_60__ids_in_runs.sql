-- H2 writes down each run of 32 ids in a commit of its own, in the middle of the transaction that needs the next.
-- Whoever is killed leaves a gap. The lines are for H2 alone.
${h2}ALTER TABLE inbox_event ALTER COLUMN id SET CACHE 4096;
${h2}ALTER TABLE timeline ALTER COLUMN id SET CACHE 4096;
