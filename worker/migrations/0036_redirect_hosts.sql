-- A form no longer names the hosts that it may lead to: what forms named joins the operator's own list.
UPDATE setting
SET value = (
  SELECT json_group_array(host)
  FROM (
    SELECT value AS host FROM json_each(setting.value)
    UNION
    SELECT h.value
    FROM form f, json_each(f.definition, '$.redirectHosts') h
    WHERE h.value <> '' AND h.value NOT GLOB '*[^a-z0-9.-]*'
    LIMIT 100
  )
)
WHERE key = 'redirect-hosts';
