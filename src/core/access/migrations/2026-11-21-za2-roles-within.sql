-- Who holds a role within an agency, a group or an office.
CREATE INDEX role_holding_owner ON role_holding (owner_id) WHERE owner_id IS NOT NULL;
