-- A version of the terms of reference that was put for signature (sign_off, kind 'group_terms', by its group and
-- number): it waits, was signed, or came back; then it is written again as the next version.
ALTER TABLE group_terms ADD COLUMN signing TEXT CHECK (signing IN ('asked', 'signed', 'sent_back', 'taken_back'));
