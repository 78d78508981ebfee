-- What a plan is (plan/plan.hpp: PlanType), whose it is, and the edition that it follows.
ALTER TABLE plan ADD COLUMN type TEXT NOT NULL DEFAULT 'business';
ALTER TABLE plan ADD COLUMN owner_id TEXT REFERENCES owner (id);
ALTER TABLE plan ADD COLUMN follows_id TEXT REFERENCES plan (id);
CREATE INDEX plan_follows ON plan (follows_id) WHERE follows_id IS NOT NULL;
ALTER TABLE plan_version ADD COLUMN type TEXT NOT NULL DEFAULT 'business';
ALTER TABLE plan_version ADD COLUMN owner_id TEXT;
ALTER TABLE plan_version ADD COLUMN follows_id TEXT;

-- A priority over time: adopted when, by which decision, on what evidence; stepped down to business as
-- usual; and the four ways in which its impact is looked at.
ALTER TABLE section ADD COLUMN adopted_on TEXT;
ALTER TABLE section ADD COLUMN adopted_by TEXT NOT NULL DEFAULT '';
ALTER TABLE section ADD COLUMN adopted_evidence TEXT NOT NULL DEFAULT '';
ALTER TABLE section ADD COLUMN stepped_down_on TEXT;
ALTER TABLE section ADD COLUMN stepped_down_why TEXT NOT NULL DEFAULT '';
ALTER TABLE section ADD COLUMN prevalence TEXT NOT NULL DEFAULT '';
ALTER TABLE section ADD COLUMN pathways TEXT NOT NULL DEFAULT '';
ALTER TABLE section ADD COLUMN commissioning TEXT NOT NULL DEFAULT '';
ALTER TABLE section ADD COLUMN impact TEXT NOT NULL DEFAULT '';
ALTER TABLE section ADD COLUMN follows_id TEXT REFERENCES section (id);
-- The newest yearly review; those before it are in the versions.
ALTER TABLE section ADD COLUMN reviewed_on TEXT;
ALTER TABLE section ADD COLUMN review_outcome TEXT NOT NULL DEFAULT '';
ALTER TABLE section ADD COLUMN review_words TEXT NOT NULL DEFAULT '';
ALTER TABLE section_version ADD COLUMN adopted_on TEXT;
ALTER TABLE section_version ADD COLUMN adopted_by TEXT NOT NULL DEFAULT '';
ALTER TABLE section_version ADD COLUMN adopted_evidence TEXT NOT NULL DEFAULT '';
ALTER TABLE section_version ADD COLUMN stepped_down_on TEXT;
ALTER TABLE section_version ADD COLUMN stepped_down_why TEXT NOT NULL DEFAULT '';
ALTER TABLE section_version ADD COLUMN prevalence TEXT NOT NULL DEFAULT '';
ALTER TABLE section_version ADD COLUMN pathways TEXT NOT NULL DEFAULT '';
ALTER TABLE section_version ADD COLUMN commissioning TEXT NOT NULL DEFAULT '';
ALTER TABLE section_version ADD COLUMN impact TEXT NOT NULL DEFAULT '';
ALTER TABLE section_version ADD COLUMN follows_id TEXT;
ALTER TABLE section_version ADD COLUMN reviewed_on TEXT;
ALTER TABLE section_version ADD COLUMN review_outcome TEXT NOT NULL DEFAULT '';
ALTER TABLE section_version ADD COLUMN review_words TEXT NOT NULL DEFAULT '';

-- Who leads an action in person, who contributes (ids of owners with a space between), what must be
-- done before it (ids of actions with a space between), the action of the edition before that it
-- carries on, and why it was left behind when the next edition was made.
ALTER TABLE action ADD COLUMN lead_id TEXT REFERENCES person (id);
ALTER TABLE action ADD COLUMN contributors TEXT NOT NULL DEFAULT '';
ALTER TABLE action ADD COLUMN waits_for TEXT NOT NULL DEFAULT '';
ALTER TABLE action ADD COLUMN follows_id TEXT REFERENCES action (id);
ALTER TABLE action ADD COLUMN left_behind_why TEXT NOT NULL DEFAULT '';
CREATE INDEX action_follows ON action (follows_id) WHERE follows_id IS NOT NULL;
CREATE INDEX action_lead ON action (lead_id) WHERE lead_id IS NOT NULL;
ALTER TABLE action_version ADD COLUMN lead_id TEXT;
ALTER TABLE action_version ADD COLUMN contributors TEXT NOT NULL DEFAULT '';
ALTER TABLE action_version ADD COLUMN waits_for TEXT NOT NULL DEFAULT '';
ALTER TABLE action_version ADD COLUMN follows_id TEXT;
ALTER TABLE action_version ADD COLUMN left_behind_why TEXT NOT NULL DEFAULT '';
-- What waits for what is read as a whole, to see that nothing waits for itself.
CREATE INDEX action_waiting ON action (id, waits_for) WHERE waits_for <> '';
