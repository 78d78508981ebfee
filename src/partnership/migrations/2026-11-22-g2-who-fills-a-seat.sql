-- Whether somebody fills a seat on a day is asked for every seat of every group: answered by the index alone, from the
-- newest line on, however long the years are behind it.
DROP INDEX group_member_seat;
CREATE INDEX group_member_seat ON group_member (seat_id, part, from_day DESC, to_day) WHERE seat_id IS NOT NULL;
DROP INDEX office_holder_office;
CREATE INDEX office_holder_office ON office_holder (office_id, from_day DESC, to_day);
CREATE INDEX group_seat_days ON group_seat (group_id, from_day, to_day, holder_id, id);
