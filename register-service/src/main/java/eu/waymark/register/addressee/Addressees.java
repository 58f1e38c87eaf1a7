package eu.waymark.register.addressee;

import eu.waymark.platform.persistence.query.Column;
import eu.waymark.platform.web.caller.CurrentCaller;
import eu.waymark.register.RegisterProblem;
import eu.waymark.register.directory.Directory;
import eu.waymark.register.entry.Entries;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is told about a child in some places: the agency of child protection with a duty desk, and where there is none, the
 * country's central authority. Nobody in a country from which protection is claimed (architecture, invariant 7).
 */
@Singleton
public class Addressees {

    private static final String AT_A_DESK = """
            select code from agency where not closed and country = :country and (:agency = '' or code = :agency)
               and (:area = '' or area = :area)
               and (type = 'child-protection' or :wide and code = :agency and type <> 'immigration-enforcement')
               and exists (select from desk where desk.agency = agency.code and kind = 'duty')
             order by code limit 1""";

    private static final String TO = "to";

    private final Directory directory;
    private final Entries entries;
    private final EntityManager entities;
    private final CurrentCaller caller;

    Addressees(Directory directory, Entries entries, EntityManager entities, CurrentCaller caller) {
        this.directory = directory;
        this.entries = entries;
        this.entities = entities;
        this.caller = caller;
    }

    /** Who is responsible for children in these places. */
    public List<Addressee> responsible(UUID entryId, List<Place> places) {
        return resolve(entryId, places, false);
    }

    /** The same, and named agencies of any kind but immigration enforcement: the police, a border guard, a hospital. */
    public List<Addressee> anybody(UUID entryId, List<Place> places) {
        return resolve(entryId, places, true);
    }

    /** Whether nothing about this child may reach a country any more, whatever was told before. */
    public boolean isKeptFrom(String country, UUID entryId) {
        return entries.safeguards(entryId).claimAgainst(country);
    }

    private List<Addressee> resolve(UUID entryId, List<Place> places, boolean wide) {
        var safeguards = entries.safeguards(entryId);
        if (places.stream().anyMatch(place -> safeguards.claimAgainst(place.country()))) {
            throw RegisterProblem.PROTECTION_CLAIMED
                    .because("The child or family claims protection from one of these countries. Nothing may reach it:"
                            + " leave it out, and ask your central authority.")
                    .at(TO, "names a country from which protection is claimed");
        }
        var found =
                places.stream().map(place -> resolve(place, wide)).distinct().toList();
        if (found.stream().anyMatch(to -> to.agency().equals(caller.get().agency()))) {
            throw RegisterProblem.NOBODY_TO_TELL
                    .because("Your own agency need not be told.")
                    .at(TO, "leads to your own agency");
        }
        return found;
    }

    private Addressee resolve(Place place, boolean wide) {
        return desk(place, wide)
                .map(agency -> new Addressee(agency, place.country(), Addressee.DESK))
                .or(() -> directory
                        .centralAuthority(place.country())
                        .map(agency -> new Addressee(agency, place.country(), Addressee.CENTRAL_AUTHORITY)))
                .orElseThrow(() -> RegisterProblem.NOBODY_TO_TELL
                        .because("The directory knows neither a desk nor a central authority there."
                                + " Telephone your own central authority now.")
                        .at(TO, "names a country without anybody to tell"));
    }

    private Optional<String> desk(Place place, boolean wide) {
        if (place.agency() == null && place.area() == null) {
            return Optional.empty();
        }
        List<?> found = Column.of(entities, AT_A_DESK, String.class)
                .setParameter("country", place.country())
                .setParameter("agency", Objects.requireNonNullElse(place.agency(), ""))
                .setParameter("area", Objects.requireNonNullElse(place.area(), ""))
                .setParameter("wide", wide)
                .getResultList();
        return found.stream().map(String.class::cast).findFirst();
    }
}
