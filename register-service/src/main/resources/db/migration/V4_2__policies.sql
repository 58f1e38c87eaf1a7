-- A policy comes into force by two registrars, and a version of it never changes.
alter table policy_publication add constraint policy_version_never_changes
    exclude using gist (version with =, md5(document) with <>);
create constraint trigger confirmed after insert on policy_publication deferrable initially deferred
    for each row execute function require_confirmation('policy', 'version');
