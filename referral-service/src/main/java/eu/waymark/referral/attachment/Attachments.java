package eu.waymark.referral.attachment;

import eu.waymark.platform.persistence.query.Column;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The files of referrals, and their content one chunk at a time. Only within audited work. */
@ApplicationScoped
class Attachments implements PanacheRepositoryBase<Attachment, UUID> {

    /** As much as the table takes. */
    private static final int CHUNK = 256 * 1024;

    private static final String INSERT =
            "insert into attachment_chunk (attachment_id, seq, content) values (:id, :seq, :content)";
    private static final String SELECT =
            "select content from attachment_chunk where attachment_id = :id and seq = :seq";

    List<Attachment> of(UUID referral) {
        return list("referralId = ?1 order by addedAt, id", referral);
    }

    Optional<Attachment> find(UUID referral, UUID id) {
        return find("referralId = ?1 and id = ?2", referral, id).firstResultOptional();
    }

    /** Keeps the ciphertext of a file whose row is written. */
    void write(UUID id, InputStream ciphertext) throws IOException {
        var seq = 0;
        for (var chunk = ciphertext.readNBytes(CHUNK); chunk.length > 0; chunk = ciphertext.readNBytes(CHUNK)) {
            getEntityManager()
                    .createNativeQuery(INSERT)
                    .setParameter("id", id)
                    .setParameter("seq", seq++)
                    .setParameter("content", chunk)
                    .executeUpdate();
        }
    }

    void read(UUID id, OutputStream ciphertext) throws IOException {
        var seq = 0;
        for (var chunk = chunk(id, seq); chunk.isPresent(); chunk = chunk(id, ++seq)) {
            ciphertext.write(chunk.get());
        }
    }

    private Optional<byte[]> chunk(UUID id, int seq) {
        return Column.of(getEntityManager(), SELECT, byte[].class)
                .setParameter("id", id)
                .setParameter("seq", seq)
                .getResultStream()
                .map(byte[].class::cast)
                .findFirst();
    }
}
