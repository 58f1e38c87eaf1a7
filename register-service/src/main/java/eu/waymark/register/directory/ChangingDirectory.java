package eu.waymark.register.directory;

import eu.waymark.platform.persistence.audit.AuditedWork;
import eu.waymark.platform.persistence.fact.FactOutbox;
import eu.waymark.register.RegisterEvent;
import eu.waymark.register.directory.DirectoryViews.AgencyView;
import eu.waymark.register.directory.DirectoryViews.AgreementView;
import eu.waymark.register.directory.DirectoryViews.DeskEntry;
import eu.waymark.register.directory.DirectoryViews.MeasureView;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** Creates or replaces what the directory says, and tells the others about agencies. */
@Singleton
class ChangingDirectory {

    private final AuditedWork audited;
    private final EntityManager entities;
    private final FactOutbox facts;

    ChangingDirectory(AuditedWork audited, EntityManager entities, FactOutbox facts) {
        this.audited = audited;
        this.entities = entities;
        this.facts = facts;
    }

    AgencyView agency(String code, AgencyView wanted) {
        var agency = new Agency();
        agency.code = code;
        agency.name = wanted.name();
        agency.country = wanted.country();
        agency.area = wanted.area();
        agency.type = wanted.type();
        agency.transferClockStart = wanted.transferClockStart();
        return audited.run(RegisterEvent.DIRECTORY_CHANGED, trail -> {
            trail.resource("agency/" + code);
            facts.emit(
                    "agency.listed",
                    UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                    Map.of("code", code, "name", agency.name, "country", agency.country, "type", agency.type));
            return AgencyView.of(entities.merge(agency));
        });
    }

    DeskEntry desk(String code, DeskEntry wanted) {
        var desk = new Desk();
        desk.code = code;
        desk.agency = wanted.agency();
        desk.name = wanted.name();
        desk.kind = wanted.kind();
        desk.phone = wanted.phone();
        desk.email = wanted.email();
        desk.hours = wanted.hours();
        desk.languages = wanted.languages();
        return audited.run(RegisterEvent.DIRECTORY_CHANGED, trail -> {
            trail.resource("desk/" + code);
            return DeskEntry.of(entities.merge(desk));
        });
    }

    MeasureView measure(String code, MeasureView wanted) {
        var measure = new Measure();
        measure.code = code;
        measure.country = wanted.country();
        measure.name = wanted.name();
        measure.language = wanted.language();
        measure.commonClass = wanted.commonClass();
        measure.confirmed = wanted.confirmed();
        return audited.run(RegisterEvent.DIRECTORY_CHANGED, trail -> {
            trail.resource("measure/" + code);
            return MeasureView.of(entities.merge(measure));
        });
    }

    AgreementView agreement(String id, AgreementView wanted) {
        var countries = wanted.countries().stream().sorted().toList();
        var agreement = new Agreement();
        agreement.id = id;
        agreement.countryA = countries.getFirst();
        agreement.countryB = countries.getLast();
        agreement.basis = wanted.basis();
        agreement.level = wanted.level();
        agreement.purposes = wanted.purposes();
        agreement.validFrom = wanted.validFrom();
        agreement.validTo = wanted.validTo();
        return audited.run(RegisterEvent.DIRECTORY_CHANGED, trail -> {
            trail.resource("agreement/" + id);
            return AgreementView.of(entities.merge(agreement));
        });
    }
}
