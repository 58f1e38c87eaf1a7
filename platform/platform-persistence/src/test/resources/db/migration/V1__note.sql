create table guarded.note (
    id      uuid primary key,
    tag     text not null,
    text    text not null,
    version int not null
);
select guard_table('note', 'select, insert, update');
