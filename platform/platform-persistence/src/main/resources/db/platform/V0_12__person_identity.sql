-- What identity tells of a person record besides its pseudonym: with which others it is one child, and how old that child
-- is taken to be. It goes with the pseudonym when the record is erased. No age and no name.
alter table person_tag
    add column identity_id uuid,
    add column age_state text check (age_state ~ '^[a-z-]{1,40}$'),
    add column treated_as_child boolean not null default true;
comment on column person_tag.identity_id is 'Records of one identity are one child; null until the record was ever linked.';
comment on column person_tag.age_state is 'Null until anything was said of it.';
comment on column person_tag.treated_as_child is 'A child unless documented otherwise, or found an adult for good. It ends nothing here.';
create index person_tag_identity on person_tag (identity_id) where identity_id is not null;
