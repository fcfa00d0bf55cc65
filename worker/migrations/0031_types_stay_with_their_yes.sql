-- Who said yes to a subscription type said it under its purpose: the type is not moved to another one while
-- anyone stands so. By standing_by_item.
CREATE TRIGGER subscription_type_is_not_moved BEFORE UPDATE OF purpose ON subscription_type
WHEN NEW.purpose <> OLD.purpose AND EXISTS (
  SELECT 1 FROM standing
  WHERE item_kind = 'subscription' AND item = OLD.key AND decision IN ('given', 'pending'))
BEGIN SELECT RAISE(ABORT, 'a subscription type is not moved while anyone is subscribed to it'); END;
