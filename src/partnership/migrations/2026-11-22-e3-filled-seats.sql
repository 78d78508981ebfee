-- Who fills which seat on a day is read from the index alone: ten years of members are many rows.
CREATE INDEX group_member_filling ON group_member (seat_id, part, from_day, to_day, person_id, group_id);
