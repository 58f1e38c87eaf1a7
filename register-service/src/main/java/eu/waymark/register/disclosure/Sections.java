package eu.waymark.register.disclosure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sections that holders have written. Only within audited work. */
@Singleton
class Sections implements PanacheRepositoryBase<EntrySection, UUID> {

    private final SealedTexts texts;

    Sections(SealedTexts texts) {
        this.texts = texts;
    }

    Optional<EntrySection> of(UUID entryId, String section) {
        return find("entryId = ?1 and section = ?2", entryId, section).firstResultOptional();
    }

    /** Null where nobody has written it. */
    @Nullable
    String text(UUID entryId, Section section) {
        return of(entryId, section.code()).map(this::text).orElse(null);
    }

    String text(EntrySection section) {
        return texts.open(SealedTexts.SECTION, section.id, section.wrappedKey, section.content);
    }

    void write(EntrySection section, String text) {
        var sealed = texts.seal(SealedTexts.SECTION, section.id, text);
        section.wrappedKey = sealed.wrappedKey();
        section.content = sealed.ciphertext();
    }
}
