-- (placeholder; filled by another branch)
SELECT 1;
