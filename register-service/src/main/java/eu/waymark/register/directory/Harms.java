package eu.waymark.register.directory;

import eu.waymark.register.change.Changeable;
import eu.waymark.register.directory.DirectoryViews.HarmView;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Changes the list of the kinds of harm. */
@Singleton
class Harms implements Changeable<HarmView> {

    private final EntityManager entities;

    Harms(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String kind() {
        return "harm";
    }

    @Override
    public Class<HarmView> type() {
        return HarmView.class;
    }

    @Override
    public Optional<Standing<HarmView>> standing(String code, HarmView wanted) {
        return Optional.ofNullable(entities.find(Harm.class, code))
                .map(harm -> new Standing<>(HarmView.of(harm), harm.version));
    }

    @Override
    public void check(String code, HarmView wanted) {
        Validity.require(wanted.validFrom(), wanted.validTo());
    }

    @Override
    public void put(String code, HarmView wanted) {
        var harm = Stored.orNew(entities, Harm.class, code, Harm::new);
        harm.code = code;
        harm.name = wanted.name();
        harm.validFrom = wanted.validFrom();
        harm.validTo = wanted.validTo();
        entities.persist(harm);
    }
}
