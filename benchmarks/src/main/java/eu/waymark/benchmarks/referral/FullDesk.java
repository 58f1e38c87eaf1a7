package eu.waymark.benchmarks.referral;

import eu.waymark.benchmarks.service.DurableDatabase;
import eu.waymark.benchmarks.service.Services;
import java.sql.SQLException;

/**
 * A desk on which very much lies, beside others of the same size in all, put there by the database itself: due from 15 days
 * ago to 45 days ahead, a third of it taken by nobody, four items about each child. Everybody was reminded of what is late: a
 * desk does not fall behind all at once.
 */
final class FullDesk {

    static final String AGENCY = "GB-FULL";
    static final String DESK = "GB-FULL-DUTY";
    static final int WORKERS = 400;

    private static final String DIRECTORY = """
            insert into agency (code, name, country, place, type) values ('GB-FULL', 'Council', 'GB', 'GB-ENG', 'child-protection');
            insert into desk (code, agency, name, kind, languages, time_zone) values
                ('GB-FULL-DUTY', 'GB-FULL', 'Duty desk', 'duty', '{en}', 'Europe/London'),
                ('GB-FULL-TEAM', 'GB-FULL', 'Team', 'team', '{en}', 'Europe/London');
            insert into worker (subject, agency, name, seen_at) select 'worker-' || i, 'GB-FULL', 'Worker ' || i, now()
                from generate_series(0, 399) i""";

    private static final String CHILDREN = """
            insert into guarded.person_key select gen_random_uuid(), decode(repeat('00', 64), 'hex') from generate_series(1, %d);
            insert into person_tag (record_id, tag)
                select person_record_id, replace(gen_random_uuid()::text, '-', '') from guarded.person_key""";

    private static final String WORK = """
            insert into guarded.work_item (id, kind, reference, person_record_id, agency, desk, started_at, due_at, due_rule,
                remind_50_at, remind_80_at, escalate_at, reminded, escalated_at, awaited_by, assigned_to, held_by, version)
            select gen_random_uuid(), (array['referral-decision', 'assessment-section', 'assessment-approval',
                    'assessment-closing'])[1 + i %% 4], gen_random_uuid(), child, 'GB-FULL', '%2$s', due - interval '20 days', due,
                'EN-DEC/1', due - interval '10 days', due - interval '4 days', due + interval '2 days',
                case when due < now() then 100 when due < now() + interval '4 days' then 80
                     when due < now() + interval '10 days' then 50 else 0 end,
                case when due < now() - interval '2 days' then due + interval '2 days' end, 'FR-OTHER',
                case when i %% 3 > 0 then 'worker-' || i %% 400 end, case when i %% 3 > 0 then 'worker-' || i %% 400 end, 0
              from (select i, now() + (random() * 60 - 15) * interval '1 day' as due from generate_series(1, %1$d) i) item
                   join (select person_record_id as child, row_number() over () as n from guarded.person_key) known
                     on n = 1 + i / 4""";

    private FullDesk() {}

    /** @param items on the desk, and as many on another one of the agency */
    static void fill(DurableDatabase database, int items) throws SQLException {
        try (var referral = database.connect(Services.REFERRAL);
                var statement = referral.createStatement()) {
            statement.execute(DIRECTORY);
            statement.execute(CHILDREN.formatted(items / 4 + 1));
            statement.execute(WORK.formatted(items, DESK));
            statement.execute(WORK.formatted(items, "GB-FULL-TEAM"));
        }
        database.settle();
    }
}
