-- Erasing says why; what was ordered before was asked for.
UPDATE job
SET orders = json_set(orders, '$.reason', 'request')
WHERE kind = 'bulk-delete';
