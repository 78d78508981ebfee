-- Who belongs to an agency.
CREATE INDEX person_details_agency ON person_details (agency_id) WHERE agency_id IS NOT NULL;
