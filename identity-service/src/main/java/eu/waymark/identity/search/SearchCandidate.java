package eu.waymark.identity.search;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Another agency's record that a search has shown, under a random handle. */
@Entity
@Table(name = "search_candidate")
class SearchCandidate {

    @Id
    private UUID handle;

    @Column(name = "search_id", updatable = false)
    private UUID searchId;

    @Column(name = "person_id", updatable = false)
    private UUID personId;

    protected SearchCandidate() {}

    SearchCandidate(UUID searchId, UUID personId) {
        this.handle = UUID.randomUUID();
        this.searchId = searchId;
        this.personId = personId;
    }

    UUID handle() {
        return handle;
    }
}
